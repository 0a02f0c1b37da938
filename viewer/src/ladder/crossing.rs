//! One packet on its way.

use std::net::SocketAddr;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::{PacketClass, Place};

use super::Fate;
use crate::reading::Reading;

/// One packet on its way from one place to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// Its number in the trace.
    pub number: u64,
    /// Who sent it.
    pub from: Place,
    /// Where it arrived; of one that did not, where others of the same destination arrived.
    pub to: Option<Place>,
    /// When it was sent, in the world's time.
    pub sent: Time,
    /// What became of it.
    pub fate: Fate,
    /// How many further copies of it arrived.
    pub copies: u32,
    /// What it carries.
    pub class: PacketClass,
    /// Bytes of its UDP payload.
    pub length: usize,
    /// Where it says that it comes from, as it is sent.
    pub source: SocketAddr,
    /// Where it goes, as it is sent.
    pub destination: SocketAddr,
    /// What it says.
    pub reading: Reading,
}

impl Crossing {
    /// Whether it was lost.
    pub fn is_lost(&self) -> bool {
        matches!(self.fate, Fate::Lost(_))
    }

    /// When it arrived, if it did.
    pub fn arrived(&self) -> Option<Time> {
        match self.fate {
            Fate::Arrived(time) => Some(time),
            _ => None,
        }
    }

    /// When the last is seen of it: its arrival, its loss, or its sending.
    pub fn last(&self) -> Time {
        self.fate.time().unwrap_or(self.sent)
    }
}
