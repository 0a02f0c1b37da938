//! Which packets a model concerns.

use roomrtc_core::base::Time;
use serde::{Deserialize, Serialize};

use super::{AddressPattern, Kinds};
use crate::network::Packet;
use crate::quantity::Span;

/// Which packets a model concerns: those for which all that is given holds. The others pass it
/// untouched and uncounted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selection {
    /// Packets of these protocols.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kinds>,
    /// Packets from this address, as the pipe sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<AddressPattern>,
    /// Packets to this address, as the pipe sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<AddressPattern>,
    /// Packets at or after this time since the world began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Span>,
    /// Packets before this time since the world began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Span>,
}

impl Selection {
    /// Only packets of these protocols.
    pub const fn kind(kind: Kinds) -> Selection {
        Selection { kind: Some(kind), source: None, destination: None, since: None, until: None }
    }

    /// Whether it holds for every packet.
    pub fn is_everything(&self) -> bool {
        *self == Selection::default()
    }

    /// Whether this packet is concerned at this time.
    pub fn contains(&self, at: Time, packet: &Packet) -> bool {
        let nanos = at.as_nanos();
        self.kind.is_none_or(|kind| kind.contain(&packet.payload))
            && self.source.is_none_or(|pattern| pattern.matches(&packet.source))
            && self.destination.is_none_or(|pattern| pattern.matches(&packet.destination))
            && self.since.is_none_or(|since| nanos >= since.as_nanos())
            && self.until.is_none_or(|until| nanos < until.as_nanos())
    }
}
