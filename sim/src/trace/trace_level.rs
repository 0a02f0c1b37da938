//! How much of a run is kept.

/// How much of a run is kept. The hash and the tally do not depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum TraceLevel {
    /// Nothing but the hash and the tally.
    #[default]
    Hash,
    /// The events too, without the bytes of packets.
    Events,
    /// The events, and the bytes of packets.
    Packets,
}
