//! The fuzzer's entry to [`roomrtc_fuzz::stun_server`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::stun_server::run(data));
