//! The fuzzer's entry to [`roomrtc_fuzz::openings`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::openings::run(data));
