//! A run as a capture file that Wireshark opens: pcapng.
//!
//! [`write_capture`] writes what a trace of the level [`crate::trace::TraceLevel::Packets`] kept:
//!
//! - a Decryption Secrets Block with a TLS key log of the sessions that gave out their secrets, so
//!   that DTLS is shown in plain text;
//! - interface 0, `wire`: every packet as it was sent, with IP and UDP headers and their checksums;
//!   its comment says what became of it, in order: `lost: loss caller-up #17`;
//! - interface 1, `plain media`: every RTP and RTCP packet of those sessions again, decrypted, as an
//!   exported protocol data unit, which Wireshark dissects without being told how.
//!
//! Times are those of the world since 2026-01-01 00:00 UTC, in nanoseconds.
//!
//! Formats: draft-ietf-opsawg-pcapng; linktypes 101 (raw IP) and 252 (Wireshark's exported PDUs).
//!
//! Left out: signalling, which is no packet here, and packets beyond what the trace kept.

#[expect(clippy::module_inception, reason = "the capture is what the module is about")]
mod capture;
mod capture_error;
mod exported_unit;
mod fates;
mod internet_packet;
mod plain_media;
#[cfg(test)]
mod tests;

pub use capture::write_capture;
pub use capture_error::CaptureError;
pub use plain_media::PlainMedia;

use fates::Fates;
