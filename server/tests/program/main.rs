//! The program `roomrtc-server` as its users run it.

mod descriptors;
mod kills;
mod program;
mod refusals;
mod session;
