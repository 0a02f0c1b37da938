//! Room RTC and other WebRTC stacks on the same work, side by side.
fn main() {}
