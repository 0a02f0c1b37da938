//! The fuzzer's entry to [`roomrtc_fuzz::rtcp`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roomrtc_fuzz::rtcp::run(data));
