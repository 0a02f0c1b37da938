//! A replay.

use serde::{Deserialize, Serialize};

use super::{SpoofedSource, Traffic};
use crate::quantity::{Share, Span};

/// Genuine packets, sent again later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Replay {
    /// What is copied.
    pub traffic: Vec<Traffic>,
    /// How many packets of those kinds are copied.
    pub share: Share,
    /// The time until the first repetition.
    pub delay: Span,
    /// Repetitions of each packet; 64 at most.
    pub times: u8,
    /// The time between two of them.
    pub interval: Span,
    /// Whether it goes where it went.
    pub forwards: bool,
    /// Whether it goes back to where it came from, as if its receiver had sent it.
    pub backwards: bool,
    /// Another source than that it had, if not none.
    pub source: Option<SpoofedSource>,
    /// Repetitions that wait at most; more are not copied. 65,536 at most.
    pub most_waiting: usize,
}

impl Default for Replay {
    /// Everything, once more, after a second, the way it went.
    fn default() -> Replay {
        Replay {
            traffic: Traffic::ALL.to_vec(),
            share: Share::ALL,
            delay: Span::secs(1),
            times: 1,
            interval: Span::secs(1),
            forwards: true,
            backwards: false,
            source: None,
            most_waiting: 4_096,
        }
    }
}
