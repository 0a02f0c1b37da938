//! What came of each lost packet, as a chain of consequences.
//!
//! Of a packet of a media stream: when its absence could be seen, how long the jitter buffer waited
//! for it, who asked for it (generic NACK, RFC 4585) and what became of that, when it was sent again (RFC
//! 4588) and whether that arrived, and in the end what the viewer saw: its frame in time, late or never,
//! a key frame asked for and sent, a freeze. Of STUN and DTLS: when the same was sent again. Of RTCP: when the
//! same was asked for again.
//!
//! Everything is read off the packets themselves, the jitter buffer and the frames; nothing is guessed
//! but two things, which are stated. A key frame asked for between the loss and the next picture counts as
//! asked for because of it, and so does a freeze that ends with that picture. And where a retransmission
//! cannot be read because its keys are not known, it counts as that of the packet which the jitter buffer
//! stops waiting for as it arrives.
//!
//! Left out: what is later than ten seconds; what congestion control makes of losses.

mod causes;
mod consequence;
mod cue;
mod cues;
mod gap_finder;
mod gaps;
mod lost_packet;
mod missing;
#[cfg(test)]
mod tests;
mod tracer;
mod tracing;
#[cfg(test)]
mod wire;

pub use consequence::Consequence;
pub use lost_packet::LostPacket;

pub(crate) use tracer::Tracer;

use cue::Cue;
use cues::Cues;
use missing::Missing;
