//! The fuzzer's entry to [`roomrtc_fuzz::signaling`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::signaling::run(data));
