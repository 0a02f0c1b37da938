//! The candidate attribute, RFC 8839 section 5.1.
//!
//! It says what the text says: whether a candidate is of use (its component, its transport, its
//! address) is for ICE to judge. Transports, types and extensions that nobody here knows are kept.

#[expect(clippy::module_inception, reason = "the attribute is what the module is about")]
mod candidate;
mod candidate_address;
mod candidate_error;
mod candidate_kind;
mod candidate_transport;
mod related_address;

pub use candidate::Candidate;
pub use candidate_address::CandidateAddress;
pub use candidate_error::CandidateError;
pub use candidate_kind::CandidateKind;
pub use candidate_transport::CandidateTransport;
pub use related_address::RelatedAddress;
