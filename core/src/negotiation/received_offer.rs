//! What must be known of an offer before it is answered.

/// What must be known of the other side's offer before it is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReceivedOffer {
    /// Whether it restarts ICE: our answer must carry new credentials, RFC 8839 section 4.4.1.1.1.
    pub is_ice_restart: bool,
    /// Whether the other side is a lite agent.
    pub is_remote_lite: bool,
    /// Whether any of its sections will be accepted.
    pub has_accepted_media: bool,
}
