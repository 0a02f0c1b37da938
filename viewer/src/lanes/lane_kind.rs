//! What a lane shows.

/// What a lane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LaneKind {
    /// The call with the signalling server.
    Call,
    /// Offer and answer.
    Negotiation,
    /// ICE.
    Ice,
    /// DTLS.
    Dtls,
    /// The picture of the other side.
    Picture,
}

impl LaneKind {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            LaneKind::Call => "call",
            LaneKind::Negotiation => "offer and answer",
            LaneKind::Ice => "ICE",
            LaneKind::Dtls => "DTLS",
            LaneKind::Picture => "picture",
        }
    }
}
