//! The time-travel viewer: a simulated or recorded call on a timeline.
//!
//! `roomrtc-sim view NAME --seed N` and `roomrtc replay FILE.call` open the same window. It shows what
//! went between whom, the states of what runs a call, the jitter buffer, and of every lost packet what
//! came of it; any moment can be gone to.
//!
//! All but the last two modules are pure: no window, clock, thread or file.
//!
//! - [`source`]: what is looked at. A [`source::Source`] tells a run from any moment on, as often as it
//!   is asked: of a simulation it keeps copies on the way and begins at the nearest, a recording is
//!   done again from its beginning.
//! - [`reading`]: what a packet says, in the few words that are kept of each.
//! - [`timeline`]: all that is kept of a whole run: the [`ladder`] of packets, the [`lanes`] of states,
//!   the jitter [`buffer`], and the [`chains`] of causes behind lost packets.
//! - [`span`]: one stretch of a run with the bytes of its packets, made again when it is looked at;
//!   [`details`]: those bytes field by field.
//! - [`viewer`]: the state of the window: what the user did goes in, what is to be made comes out.
//! - [`views`]: the window's contents, functions of the state that give back what the user did.
//! - [`window`]: the window itself and the thread that tells it runs.
//!
//! # Bounds
//!
//! A timeline keeps the first [`ladder::Ladder::MOST`] packets of a run and says how many more there
//! were. Bytes are kept of one stretch at a time.
//!
//! Left out: pixels and sound; what a recording does not hold, which is signalling with the server and
//! what became of packets whose receiver did not record; changing anything in a run.

pub mod buffer;
pub mod chains;
pub mod details;
#[cfg(test)]
mod example;
pub mod ladder;
pub mod lanes;
pub mod reading;
pub mod source;
pub mod span;
pub mod timeline;
pub mod viewer;
pub mod views;
pub mod window;
