//! An offer that has no answer yet.

use super::{Plan, Section, SignalingState};

/// An offer that has no answer yet. What is settled stays as it is until the answer comes.
#[derive(Clone, Debug)]
pub(super) enum Pending {
    /// None is outstanding.
    Nothing,
    /// Ours, with these sections.
    LocalOffer(Vec<Section>),
    /// The other side's, and how to answer it.
    RemoteOffer(Box<Plan>),
}

impl Pending {
    pub(super) const fn state(&self) -> SignalingState {
        match self {
            Pending::Nothing => SignalingState::Stable,
            Pending::LocalOffer(_) => SignalingState::HaveLocalOffer,
            Pending::RemoteOffer(_) => SignalingState::HaveRemoteOffer,
        }
    }
}
