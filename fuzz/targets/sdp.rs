//! The fuzzer's entry to [`roomrtc_fuzz::sdp`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::sdp::run(data));
