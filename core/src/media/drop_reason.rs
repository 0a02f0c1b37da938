//! Why something was dropped.

/// Why the media engine dropped a packet or a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DropReason {
    /// A packet that is not RTP.
    MalformedRtp,
    /// A packet, or one packet of a compound packet, that is not RTCP.
    MalformedRtcp,
    /// One packet of a compound packet whose type or format is not known.
    UnknownRtcp,
    /// An RTP packet of a source that belongs to no media section.
    UnknownSource,
    /// An RTP packet of a payload type that its media section does not have.
    UnknownPayloadType,
    /// An RTP packet of a media section whose direction does not allow receiving.
    Inactive,
    /// An RTP packet from a source identifier that we use ourselves.
    SourceCollision,
    /// An RTP packet whose sequence number is far away from the others'.
    OutOfRange,
    /// An RTP packet that had arrived before.
    Duplicate,
    /// An RTP packet that came after its frame was given up or released.
    Late,
    /// A packet of a frame that lacks others which were given up.
    IncompleteFrame,
    /// A packet of a frame that cannot be decoded, or a frame not sent, because a frame before it
    /// was lost.
    AwaitingKeyFrame,
    /// A packet of a frame whose payloads do not fit together, RFC 6184.
    MalformedPayload,
    /// A packet or frame that waited when a bound was reached.
    Overflow,
    /// A packet that waited when its stream ended or started anew.
    SourceChanged,
}

impl DropReason {
    /// Every reason.
    pub const ALL: [DropReason; 15] = [
        DropReason::MalformedRtp,
        DropReason::MalformedRtcp,
        DropReason::UnknownRtcp,
        DropReason::UnknownSource,
        DropReason::UnknownPayloadType,
        DropReason::Inactive,
        DropReason::SourceCollision,
        DropReason::OutOfRange,
        DropReason::Duplicate,
        DropReason::Late,
        DropReason::IncompleteFrame,
        DropReason::AwaitingKeyFrame,
        DropReason::MalformedPayload,
        DropReason::Overflow,
        DropReason::SourceChanged,
    ];

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            DropReason::MalformedRtp => "malformed_rtp",
            DropReason::MalformedRtcp => "malformed_rtcp",
            DropReason::UnknownRtcp => "unknown_rtcp",
            DropReason::UnknownSource => "unknown_source",
            DropReason::UnknownPayloadType => "unknown_payload_type",
            DropReason::Inactive => "inactive",
            DropReason::SourceCollision => "source_collision",
            DropReason::OutOfRange => "out_of_range",
            DropReason::Duplicate => "duplicate",
            DropReason::Late => "late",
            DropReason::IncompleteFrame => "incomplete_frame",
            DropReason::AwaitingKeyFrame => "awaiting_key_frame",
            DropReason::MalformedPayload => "malformed_payload",
            DropReason::Overflow => "overflow",
            DropReason::SourceChanged => "source_changed",
        }
    }
}
