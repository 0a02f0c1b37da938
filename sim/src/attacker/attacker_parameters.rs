//! An attack with its time and target.

use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::Time;
use serde::{Deserialize, Serialize};

use super::{Attack, Side};
use crate::quantity::Span;

/// An attack, whom it is for, when, how fast, and with how much knowledge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AttackerParameters {
    /// What is done.
    pub attack: Attack,
    /// Whom it is for. A replay goes wherever its packets went.
    #[serde(default)]
    pub target: Side,
    /// Addresses to send to beside those that the attacker is told of, in turn.
    #[serde(default)]
    pub addresses: Vec<SocketAddr>,
    /// When it begins, in the world's time.
    #[serde(default)]
    pub start: Span,
    /// How long it lasts; to the end if absent. Of a replay it is the time in which packets are
    /// copied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lasts: Option<Span>,
    /// Packets, or candidates, a second; 1,000,000 at most. A replay has times of its own.
    #[serde(default = "hundred")]
    pub rate: u32,
    /// Packets, or candidates, at most.
    #[serde(default = "million")]
    pub most_packets: u64,
    /// Whether it knows user name fragments that it is told of.
    #[serde(default = "yes")]
    pub knows_fragments: bool,
    /// Whether it knows synchronization sources that it is told of.
    #[serde(default = "yes")]
    pub knows_sources: bool,
}

impl AttackerParameters {
    /// This attack on the caller, from the beginning to the end, with 100 packets a second.
    pub fn of(attack: Attack) -> AttackerParameters {
        AttackerParameters {
            attack,
            target: Side::Caller,
            addresses: Vec::new(),
            start: Span::ZERO,
            lasts: None,
            rate: hundred(),
            most_packets: million(),
            knows_fragments: true,
            knows_sources: true,
        }
    }

    /// When it begins.
    pub fn start_time(&self) -> Time {
        Time::ZERO + self.start.duration()
    }

    /// When it is over.
    pub fn end_time(&self) -> Time {
        self.lasts.map_or(Time::FAR_FUTURE, |lasts| self.start_time() + lasts.duration())
    }

    /// The time from one packet to the next.
    pub fn interval(&self) -> Duration {
        Duration::from_secs(1) / self.rate.clamp(1, 1_000_000)
    }
}

const fn hundred() -> u32 {
    100
}

const fn million() -> u64 {
    1_000_000
}

const fn yes() -> bool {
    true
}
