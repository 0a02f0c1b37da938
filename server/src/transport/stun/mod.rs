//! The answers of a small STUN server, RFC 8489 section 6.3.1: Binding requests without credentials.
//!
//! The address of a datagram can be forged, so answers are bounded for each address and never much
//! longer than what was asked (at most 2.7 times).
//!
//! Left out: credentials, TCP and TLS, and RFC 5780's behaviour discovery.

mod answer_limiter;
mod stun_outcome;
mod stun_service;

pub use answer_limiter::AnswerLimiter;
pub use stun_outcome::StunOutcome;
pub use stun_service::StunService;
