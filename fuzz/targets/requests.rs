//! The fuzzer's entry to [`roomrtc_fuzz::requests`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::requests::run(data));
