//! The fuzzer's entry to [`roomrtc_fuzz::names`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::names::run(data));
