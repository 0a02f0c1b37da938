//! What a packet says, in the few words that are kept of each.
//!
//! Lenient, where [`roomrtc_sim::dissect`] is strict: a recording may hold the packets of any stack.
//! STUN by RFC 8489 section 5, the records and handshake messages of DTLS 1.2 by RFC 6347 section 4, RTP
//! by RFC 3550 section 5.1, retransmissions by RFC 4588 section 4, RTCP by RFC 3550 and RFC 4585.
//!
//! Left out: everything of RTCP but what is asked for, and of RTP what is in its extensions.

mod dtls_reading;
mod nack;
#[expect(clippy::module_inception, reason = "the reading is what the module is about")]
mod reading;
mod rtcp_reading;
mod rtp_reading;
mod stun_reading;

pub use dtls_reading::DtlsReading;
pub use nack::Nack;
pub use reading::Reading;
pub use rtcp_reading::RtcpReading;
pub use rtp_reading::RtpReading;
pub use stun_reading::StunReading;
