//! The fuzzer's entry to [`roomrtc_fuzz::dtls`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::dtls::run(data));
