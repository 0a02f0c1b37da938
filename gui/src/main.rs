//! The program `roomrtc`.
fn main() {}
