//! Why a datagram had no effect.

/// Why a datagram that was handed to the agent had no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DropReason {
    /// It is not a STUN message.
    Malformed,
    /// It came to an address that is not, or no longer, ours.
    UnknownLocalAddress,
    /// It is a message of another method than Binding.
    UnexpectedMethod,
    /// It is a request without credentials; it was answered with 400.
    MissingCredentials,
    /// It is a request for another user; it was answered with 401.
    UnknownUsername,
    /// It was made with another password; a request was answered with 401.
    WrongPassword,
    /// It has an attribute that must be understood and is not; a request was answered with 420.
    UnknownAttribute,
    /// It answers no request that is open.
    UnknownTransaction,
    /// It answers a request that went elsewhere, RFC 8445 section 7.2.5.2.1.
    WrongSource,
    /// It is an answer without what an answer must have.
    UnusableResponse,
    /// It is a check, but this generation has failed and no longer consents.
    Failed,
    /// Too many answers are waiting to be sent.
    QueueFull,
}

impl DropReason {
    /// All of them, in the order of the counters.
    pub const ALL: [DropReason; 12] = [
        DropReason::Malformed,
        DropReason::UnknownLocalAddress,
        DropReason::UnexpectedMethod,
        DropReason::MissingCredentials,
        DropReason::UnknownUsername,
        DropReason::WrongPassword,
        DropReason::UnknownAttribute,
        DropReason::UnknownTransaction,
        DropReason::WrongSource,
        DropReason::UnusableResponse,
        DropReason::Failed,
        DropReason::QueueFull,
    ];

    /// A name for reports: lower case with underscores.
    pub const fn name(self) -> &'static str {
        match self {
            DropReason::Malformed => "stun_malformed",
            DropReason::UnknownLocalAddress => "stun_unknown_local_address",
            DropReason::UnexpectedMethod => "stun_unexpected_method",
            DropReason::MissingCredentials => "stun_missing_credentials",
            DropReason::UnknownUsername => "stun_unknown_username",
            DropReason::WrongPassword => "stun_wrong_password",
            DropReason::UnknownAttribute => "stun_unknown_attribute",
            DropReason::UnknownTransaction => "stun_unknown_transaction",
            DropReason::WrongSource => "stun_wrong_source",
            DropReason::UnusableResponse => "stun_unusable_response",
            DropReason::Failed => "ice_failed",
            DropReason::QueueFull => "ice_queue_full",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_are_in_the_order_of_the_variants() {
        for (index, reason) in DropReason::ALL.into_iter().enumerate() {
            assert_eq!(reason as usize, index);
        }
    }
}
