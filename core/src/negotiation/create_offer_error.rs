//! Why an offer cannot be made.

use super::SignalingState;

/// Why an offer cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CreateOfferError {
    /// Another offer is outstanding.
    #[error("an offer cannot be made while {0}")]
    WrongState(SignalingState),
    /// There is no media to offer.
    #[error("there is no media to offer")]
    NoMedia,
    /// The description would have more sections than can be read.
    #[error("there are too many media sections")]
    TooManySections,
}
