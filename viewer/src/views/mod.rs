//! The contents of the window: functions of a [`crate::viewer::Viewer`] that give back what the user did.
//!
//! Time runs to the right in all of them, on one axis: the ladder with a line for each host, the states,
//! the jitter buffers. Only what is visible is drawn; where that is more than
//! [`ladder::MOST_DRAWN`] packets, one of so many is; lost ones are counted by themselves.

mod axis;
mod buffers;
mod controls;
mod details;
mod keys;
pub mod ladder;
mod lanes;
mod losses;
mod overview;
mod palette;
mod ruler;
mod shortcut;
mod strips;
#[cfg(test)]
mod tests;
mod thinning;
mod whole;

pub use whole::{loading, whole};

use axis::Axis;
use palette::Palette;
use shortcut::Shortcut;
