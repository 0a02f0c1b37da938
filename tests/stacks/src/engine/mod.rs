//! Another stack behind the simulator's seam.
//!
//! A [`ForeignStack`] is one end of another stack with the few calls that an application makes.
//! [`ForeignEngine`] is that application: it gathers candidates, as these stacks leave it to do,
//! asks for key frames when a picture cannot be decoded, passes on no more requests for key frames
//! than our own core does, and tells everything in the terms of [`roomrtc_core::session`]. It is the
//! same for every stack, so that the stacks differ in what is theirs.
//!
//! Left out: statistics of media, and copies of a session. These stacks have none.

mod arrived_frame;
mod calls;
mod candidate;
mod foreign_engine;
mod foreign_stack;
mod gathering;
mod key_frame_requests;
mod outgoing;
mod picture_watch;
mod progress;
mod telling;
mod told;
mod virtual_clock;

pub use arrived_frame::ArrivedFrame;
pub use candidate::Candidate;
pub use foreign_engine::ForeignEngine;
pub use foreign_stack::ForeignStack;
pub use outgoing::Outgoing;
pub use told::Told;

use gathering::Gathering;
use key_frame_requests::KeyFrameRequests;
use picture_watch::PictureWatch;
use progress::Progress;
use virtual_clock::VirtualClock;
