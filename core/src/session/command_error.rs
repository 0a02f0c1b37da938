//! Why a command was refused.

use crate::media::SendError;
use crate::negotiation::{CreateOfferError, SignalingState};

/// Why a command was refused. The peer is as it was before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// The session has ended.
    #[error("the session is closed")]
    Closed,
    /// An offer cannot be made now, RFC 8829 section 4.1.
    #[error(transparent)]
    Offer(#[from] CreateOfferError),
    /// An answer that nobody asked for, RFC 8829 section 4.1.
    #[error("an answer cannot be taken while {0}")]
    UnexpectedAnswer(SignalingState),
    /// An offer that comes while ours is outstanding, RFC 8829 section 4.1.
    #[error("an offer cannot be taken while {0}")]
    UnexpectedOffer(SignalingState),
    /// There is nothing to take back, RFC 8829 section 4.1.10.2.
    #[error("an offer cannot be taken back while {0}")]
    Rollback(SignalingState),
    /// A description cannot be read or cannot be agreed to.
    #[error("the session description is refused: {0}")]
    Description(String),
    /// A candidate cannot be read.
    #[error("the candidate is refused: {0}")]
    Candidate(String),
    /// It is no name of a host, or too many addresses have one.
    #[error("a local address cannot have the name {0:?}")]
    LocalName(String),
    /// There is no such media of ours, or it does not receive.
    #[error("media {0} does not receive")]
    Media(usize),
    /// There is no such media of ours.
    #[error("there is no media {0}")]
    UnknownMedia(usize),
    /// A frame or packet cannot be sent.
    #[error(transparent)]
    Send(#[from] SendError),
}
