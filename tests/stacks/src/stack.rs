//! The stacks there are.

use std::fmt;
use std::sync::Arc;

use roomrtc_sim::engine::{EngineMaker, PeerMaker};

use crate::rtc::RtcMaker;
use crate::str0m::Str0mMaker;

/// A stack that can be an end of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stack {
    /// Room RTC's own core.
    Ours,
    /// str0m.
    Str0m,
    /// webrtc-rs' `rtc`.
    Rtc,
}

impl Stack {
    /// All of them, ours first.
    pub const ALL: [Stack; 3] = [Stack::Ours, Stack::Str0m, Stack::Rtc];

    /// Those of others.
    pub const FOREIGN: [Stack; 2] = [Stack::Str0m, Stack::Rtc];

    /// Makes its ends.
    pub fn maker(self) -> Arc<dyn EngineMaker> {
        self.maker_offering(false)
    }

    /// Makes its ends. One of another stack offers audio and a data channel beside video if
    /// `everything` is set; ours has nothing but video.
    pub fn maker_offering(self, everything: bool) -> Arc<dyn EngineMaker> {
        match self {
            Stack::Ours => Arc::new(PeerMaker),
            Stack::Str0m => Arc::new(Str0mMaker { offers_everything: everything }),
            Stack::Rtc => Arc::new(RtcMaker { offers_everything: everything }),
        }
    }

    /// The version that was built.
    pub const fn version(self) -> &'static str {
        match self {
            Stack::Ours => env!("CARGO_PKG_VERSION"),
            Stack::Str0m => "0.25",
            Stack::Rtc => "0.21",
        }
    }
}

impl fmt::Display for Stack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Stack::Ours => "ours",
            Stack::Str0m => "str0m",
            Stack::Rtc => "rtc",
        })
    }
}
