//! An attack with its time and target.

use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::Time;
use serde::{Deserialize, Serialize};

use super::{Attack, Side};

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
    /// When it begins, in milliseconds of the world's time.
    #[serde(default)]
    pub start_ms: u64,
    /// How long it lasts, in milliseconds; to the end by default. Of a replay it is the time in
    /// which packets are copied.
    #[serde(default = "endless")]
    pub duration_ms: u64,
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
            start_ms: 0,
            duration_ms: endless(),
            rate: hundred(),
            most_packets: million(),
            knows_fragments: true,
            knows_sources: true,
        }
    }

    /// When it begins.
    pub fn start(&self) -> Time {
        Time::from_millis(self.start_ms)
    }

    /// When it is over.
    pub fn end(&self) -> Time {
        Time::from_millis(self.start_ms.saturating_add(self.duration_ms))
    }

    /// The time from one packet to the next.
    pub fn interval(&self) -> Duration {
        Duration::from_secs(1) / self.rate.clamp(1, 1_000_000)
    }
}

const fn endless() -> u64 {
    u64::MAX
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
