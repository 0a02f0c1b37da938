//! Why a packet went nowhere.

/// Why the network dropped a packet, other than by a model of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LossCause {
    /// Nobody has the address it goes to.
    NoRoute,
    /// A NAT let it not pass.
    Nat,
    /// It went round in circles.
    Loop,
    /// The interface is gone, or another socket is bound there.
    Unreachable,
    /// The host sleeps.
    Asleep,
}

impl LossCause {
    /// A word for it.
    pub const fn name(self) -> &'static str {
        match self {
            LossCause::NoRoute => "no route",
            LossCause::Nat => "refused by a NAT",
            LossCause::Loop => "went in circles",
            LossCause::Unreachable => "nobody is there",
            LossCause::Asleep => "the host sleeps",
        }
    }
}
