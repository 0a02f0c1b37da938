//! What a session was asked for.

/// What a session was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PollKind {
    Event,
    Frame,
    Packet,
    Transmit,
}

impl PollKind {
    pub(super) const ALL: [PollKind; 4] =
        [PollKind::Event, PollKind::Frame, PollKind::Packet, PollKind::Transmit];
}
