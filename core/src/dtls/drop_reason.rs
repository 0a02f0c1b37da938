//! Why something received was dropped.

use std::fmt;

/// Why a datagram, or a part of one, was dropped. None of these ends an association.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DropReason {
    /// A record ends after its datagram does, or its header is cut off.
    RecordTruncated,
    /// The content type of a record is none of DTLS 1.2's.
    RecordType,
    /// The version of a record is neither DTLS 1.0 nor 1.2.
    RecordVersion,
    /// A record is longer than RFC 6347 section 4.1.1 lets it be.
    RecordTooLong,
    /// The epoch of a record is neither the present nor the next one.
    RecordEpoch,
    /// A record of the next epoch came early, and there was no room to keep it.
    RecordEarly,
    /// The number of a protected record was seen before, or is too old to tell.
    RecordReplayed,
    /// A protected record did not authenticate.
    RecordAuthentication,
    /// A plaintext record came where only protected ones may come.
    RecordPlaintext,
    /// A ChangeCipherSpec is not the one byte it must be.
    ChangeCipherSpecMalformed,
    /// The header of a handshake fragment contradicts itself or its record.
    FragmentMalformed,
    /// The type of a handshake message is unknown, or belongs to another epoch.
    FragmentType,
    /// A handshake message is longer than we take.
    FragmentTooLong,
    /// A handshake message came in more pieces than we keep apart.
    FragmentTooMany,
    /// A handshake message is too far ahead of the next one to be kept.
    FragmentAhead,
    /// A fragment disagrees with an earlier one on its message; the newer is kept.
    FragmentConflict,
    /// A message not yet complete gave way to one that is due before it.
    FragmentEvicted,
    /// A handshake fragment was already there.
    FragmentRepeated,
    /// A handshake message that the state does not expect.
    MessageUnexpected,
    /// A handshake message that cannot be read.
    MessageMalformed,
    /// An alert that cannot be read.
    AlertMalformed,
    /// Application data in plaintext.
    ApplicationDataUnexpected,
    /// Application data that found the queue of events full.
    ApplicationDataOverflow,
    /// An alert that found the queue of events full.
    AlertOverflow,
    /// A renegotiation was asked for; we never renegotiate.
    RenegotiationRefused,
    /// A datagram for a client that has not been started.
    NotStarted,
    /// A datagram after the association has ended.
    Ended,
}

impl DropReason {
    /// Every reason, in order.
    pub const ALL: [DropReason; 27] = [
        DropReason::RecordTruncated,
        DropReason::RecordType,
        DropReason::RecordVersion,
        DropReason::RecordTooLong,
        DropReason::RecordEpoch,
        DropReason::RecordEarly,
        DropReason::RecordReplayed,
        DropReason::RecordAuthentication,
        DropReason::RecordPlaintext,
        DropReason::ChangeCipherSpecMalformed,
        DropReason::FragmentMalformed,
        DropReason::FragmentType,
        DropReason::FragmentTooLong,
        DropReason::FragmentTooMany,
        DropReason::FragmentAhead,
        DropReason::FragmentConflict,
        DropReason::FragmentEvicted,
        DropReason::FragmentRepeated,
        DropReason::MessageUnexpected,
        DropReason::MessageMalformed,
        DropReason::AlertMalformed,
        DropReason::ApplicationDataUnexpected,
        DropReason::ApplicationDataOverflow,
        DropReason::AlertOverflow,
        DropReason::RenegotiationRefused,
        DropReason::NotStarted,
        DropReason::Ended,
    ];

    /// The name that statistics use.
    pub const fn name(self) -> &'static str {
        NAMES[self as usize]
    }
}

const NAMES: [&str; DropReason::ALL.len()] = [
    "record_truncated",
    "record_type",
    "record_version",
    "record_too_long",
    "record_epoch",
    "record_early",
    "record_replayed",
    "record_authentication",
    "record_plaintext",
    "change_cipher_spec_malformed",
    "fragment_malformed",
    "fragment_type",
    "fragment_too_long",
    "fragment_too_many",
    "fragment_ahead",
    "fragment_conflict",
    "fragment_evicted",
    "fragment_repeated",
    "message_unexpected",
    "message_malformed",
    "alert_malformed",
    "application_data_unexpected",
    "application_data_overflow",
    "alert_overflow",
    "renegotiation_refused",
    "not_started",
    "ended",
];

impl fmt::Display for DropReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_stand_in_their_order_and_have_their_names() {
        for (index, reason) in DropReason::ALL.into_iter().enumerate() {
            assert_eq!(reason as usize, index);
            let name: String = format!("{reason:?}").to_lowercase();
            assert_eq!(reason.name().replace('_', ""), name);
        }
    }
}
