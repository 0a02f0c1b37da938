//! Session descriptions: parse and write, RFC 8866.
//!
//! A [`SessionDescription`] is its text and where the lines in it begin and end. What is not known
//! here, or not understood, survives a round trip, and reading a large description costs three
//! allocations. [`Attributes`] reads single attributes on demand, as their RFCs have them: RFC 8839
//! (ICE), RFC 8122 and 8842 (DTLS), RFC 9143 (BUNDLE, which obsoletes RFC 8843), RFC 8830 (msid),
//! RFC 5576 (ssrc), RFC 4585 (rtcp-fb), RFC 8285 (extmap), RFC 8841 (SCTP), RFC 5761 and 8858
//! (rtcp-mux).
//!
//! Tolerant where real stacks are odd: line ends may be LF alone, empty lines are skipped, and an
//! attribute of a known name whose value cannot be read is passed over like one that is not known.
//! Whether what is there suffices is for `negotiation` to judge. Strict where a mistake would move
//! an attribute to another section: every line must be a letter and `=`, and every `m=` line must
//! be readable. Text, lines and sections are bounded.
//!
//! Left out: the meaning of `t=`, `r=`, `z=`, `b=`, `k=` and `i=` lines, simulcast (RFC 8853),
//! and the static payload types of RFC 3551.

mod attribute;
mod candidate;
mod candidate_init;
mod description;
mod description_kind;

pub use attribute::{
    Attribute, Attributes, Direction, ExtensionMap, Fingerprint, FingerprintError, Group,
    MediaStreamIdentification, PayloadFormat, RtcpFeedback, RtpMap, Setup, SourceAttribute,
    SourceGroup,
};
pub use candidate::{
    Candidate, CandidateAddress, CandidateError, CandidateKind, CandidateTransport, RelatedAddress,
};
pub use candidate_init::CandidateInit;
pub use description::{
    DescriptionWriter, MediaDescription, Origin, ParseError, SessionDescription,
};
pub use description_kind::DescriptionKind;
