//! The program `roomrtc-server`.
fn main() {}
