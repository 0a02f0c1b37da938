//! Session descriptions: parse and write, RFC 8866.

mod candidate;
mod candidate_init;
mod description_kind;

pub use candidate::{
    Candidate, CandidateAddress, CandidateError, CandidateKind, CandidateTransport, RelatedAddress,
};
pub use candidate_init::CandidateInit;
pub use description_kind::DescriptionKind;
