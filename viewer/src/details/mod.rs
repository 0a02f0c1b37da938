//! What there is to say of a packet, field by field, and of a consequence, in a sentence.
//!
//! STUN, DTLS and RTP are read by [`roomrtc_sim::dissect`], which is strict: where a packet is not as a
//! sender is to write it, that is said. RTCP is read by the core.

mod dtls;
mod field;
mod media;
mod packet;
mod stun;
#[cfg(test)]
mod tests;
mod words;

pub use field::Field;
pub use packet::packet_fields;
pub use words::{consequence_sentence, fate_sentence, seconds, span_text};
