//! The fuzzer's entry to [`roomrtc_fuzz::h264`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::h264::run(data));
