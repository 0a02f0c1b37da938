//! What a peer tells its application.

use super::{CandidateInit, DescriptionKind, Direction};

/// Something that happened in a peer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// A description to hand to the other side.
    LocalDescription {
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// A candidate to hand to the other side, RFC 8838; its last has an empty `candidate`.
    LocalCandidate(CandidateInit),
    /// Offer and answer have agreed on no media at all: there is nothing to connect for, and no
    /// candidate is told, for no section could carry it. A later offer may do better.
    NothingAgreed,
    /// A candidate of the other side, trickled or of its description, whose address is a name: of
    /// multicast DNS (`….local`) or another. It counts for nothing until it is given back by
    /// [`super::Command::AddRemoteCandidate`] with the address that the name stands for, which may
    /// be after the end of candidates. Which names to resolve is for the application to decide
    /// (draft-ietf-mmusic-mdns-ice-candidates section 3.2). At most 32 are told in a generation.
    UnresolvedCandidate(CandidateInit),
    /// All local candidates are known: a description made now carries them all.
    GatheringComplete,
    /// A pair of candidates carries data: the path is there.
    IceConnected,
    /// No pair answered in the stated time, or consent was lost.
    IceDisconnected,
    /// ICE has given up; a restart may help.
    IceFailed,
    /// The handshake is complete, the fingerprint verified, and media can flow.
    Connected,
    /// The other side's certificate is not the one its description names. Nothing was accepted.
    FingerprintMismatch,
    /// The handshake failed.
    DtlsFailed(String),
    /// The other side asks for a key frame: encode one next.
    KeyFrameRequested {
        /// The number of our media.
        media: usize,
    },
    /// Offer and answer have changed which way a media flows, in a session that was agreed on before.
    DirectionChanged {
        /// The number of our media.
        media: usize,
        /// What is agreed on, as seen from here; `Inactive` also where its section is rejected.
        direction: Direction,
    },
    /// The other side has ended the stream of a media: RTCP BYE, RFC 3550 section 6.6.
    SourceEnded {
        /// The number of our media.
        media: usize,
    },
    /// The other side has ended the session: `close_notify`.
    ClosedByPeer,
}
