//! Calls between Room RTC and other stacks, in memory and in the simulator.

mod memory;
mod simulator;
