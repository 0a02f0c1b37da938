//! The fuzzer's entry to [`roomrtc_fuzz::rtp`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::rtp::run(data));
