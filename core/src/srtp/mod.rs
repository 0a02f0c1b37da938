//! The Secure Real-time Transport Protocol, RFC 3711 and RFC 7714.
//!
//! [`SrtpSender`] protects what leaves, [`SrtpReceiver`] opens what arrives, each with the keys of
//! one direction, for RTP and RTCP alike, in place and without an allocation per packet. Both keep
//! the roll-over counter and the replay window of every synchronisation source by themselves.
//!
//! - Profiles: [`SrtpProfile`], the three that browsers use (RFC 5764 section 4.1.2, RFC 7714
//!   section 14.2).
//! - Keys: [`MasterKey`] out of a handshake (RFC 5764 section 4.2), session keys derived once
//!   (RFC 3711 section 4.3 with a key derivation rate of zero).
//! - Packet index: RFC 3711 section 3.3.1 and appendix A; changed by authentic packets only.
//! - The end of a key's life, RFC 3711 section 9.2: nothing is protected or accepted past the last
//!   index.
//!
//! Left out: master key identifiers, which DTLS-SRTP does not use, key derivation rates other than
//! zero, and the tagging-only modes (an SRTCP packet without encryption is accepted, as RFC 3711
//! section 3.4 wants, never sent).
//!
//! A receiver takes the roll-over counter of a new source to be zero. A sender must therefore start
//! with a sequence number in the lower half, as RFC 3711 section 3.3.1 advises: were the first 2^16
//! crossed before the first packet arrives, no packet would ever be authentic.

mod counter_mode_cipher;
mod gcm_cipher;
mod header_lengths;
mod key_derivation;
mod master_key;
mod packet_cipher;
mod packet_index;
mod protect_error;
mod replay_window;
mod sources;
mod srtp_profile;
mod srtp_receiver;
mod srtp_sender;
mod unprotect_error;
#[cfg(test)]
mod vectors;

pub use master_key::MasterKey;
pub use protect_error::ProtectError;
pub use srtp_profile::SrtpProfile;
pub use srtp_receiver::SrtpReceiver;
pub use srtp_sender::SrtpSender;
pub use unprotect_error::UnprotectError;
