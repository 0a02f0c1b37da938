//! STUN servers.
//!
//! A [`StunServer`] answers Binding requests without credentials as RFC 8489 section 6.3.1 says,
//! with the same code as any server built on the core. It can be silent, slow, or tell one of the
//! lies of [`StunLie`].
//!
//! Left out: credentials, TCP, RFC 5780's behaviour discovery, and relaying (TURN, RFC 8656).

#[cfg(test)]
mod calls;
mod stun_lie;
#[expect(clippy::module_inception, reason = "a STUN server is the concept and the type")]
mod stun_server;
mod stun_server_parameters;

pub use stun_lie::StunLie;
pub use stun_server::StunServer;
pub use stun_server_parameters::StunServerParameters;
