//! The fuzzer's entry to [`roomrtc_fuzz::websocket`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::websocket::run(data));
