//! The program `roomrtc-sim`.

fn main() {}
