//! A run told in a few lines: what a person would say of it.
//!
//! Told are: what was scripted, descriptions that come and go, the path, the handshake, the first
//! frame of each host, freezes, and the end. What happens too often to be told (packets, frames,
//! candidates, samples) is in the figures.

mod moment;
mod telling;

pub use moment::Moment;
pub use telling::story;
