//! Calls between Room RTC and other stacks, in memory and in the simulator.

mod memory;
mod simulator;

use roomrtc_stacks::Stack;
use roomrtc_test_programs::matrix;

/// Notes for the README's table that this was seen to work with another stack.
fn record(other: Stack, row: &str, result: &str) {
    let name = match other {
        Stack::Ours => return,
        Stack::Str0m => "str0m",
        Stack::Rtc => "webrtc-rs rtc",
    };
    matrix::record(name, other.version(), row, result);
}

/// Notes the same with both others.
fn record_both(row: &str, result: &str) {
    Stack::FOREIGN.into_iter().for_each(|other| record(other, row, result));
}
