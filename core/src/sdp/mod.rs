//! Session descriptions: parse and write, RFC 8866.

mod candidate;

pub use candidate::{
    Candidate, CandidateAddress, CandidateError, CandidateKind, CandidateTransport, RelatedAddress,
};
