//! `roomrtc demo`: a server and a call between two clients, on loopback, measured.
//!
//! Each client has an event loop of its own, with its own sockets. Nothing passes between the two
//! but TCP to the server and UDP datagrams; the script only tells each what a user would tell it.

mod demo_script;
mod judgement;
mod run;
mod terms;

pub use demo_script::DemoScript;
pub use judgement::{LEAST_PSNR_DECIBELS, LEAST_SHARE, LONGEST_STANDSTILL, SLACK_FRAMES, judge};
pub use run::run;
pub use terms::Terms;
