//! The oracles: rules that hold in every run of every scenario, checked at every step.
//!
//! They look on from outside: at the datagrams that hosts send and are given, at what their engines
//! tell, at deadlines and statistics. One file an oracle:
//!
//! | oracle | what it holds a host to |
//! |---|---|
//! | `form` | what it sends parses with the independent reader of [`crate::dissect`], and fits a datagram |
//! | `consent` | nothing goes to an address without consent, beyond checks |
//! | `amplification` | no more than three times what an unverified address sent goes to it |
//! | `answers` | requests are answered once, and with success only if they are authentic |
//! | `nonces` | no nonce is used twice |
//! | `stream` | the packets of a source are a stream: numbers, markers and timestamps; what is sent again was sent |
//! | `order` | events come in the declared order; no media before the fingerprint is verified |
//! | `checks` | checks are paced, repeated with growing intervals, few, and nominate once |
//! | `flights` | DTLS flights are repeated seldom, and not without a reason |
//! | `pace` | reports, requests for key frames and wake-ups stay within bounds |
//! | `repair` | asking for lost packets, and sending them again, is economical |
//! | `pictures` | what arrives nearly whole is shown |
//! | `reports` | reports go out, and say what was received |
//! | `deadlines` | time moves forward, deadlines lie ahead, and a session with a path has one |
//! | `memory` | what waits is bounded |
//! | `refusals` | replays, and what is forged, damaged or comes from nowhere, are refused |
//! | `farewell` | a farewell is heard, and nobody hears one that was not said |
//! | `signalling` | descriptions are well-formed, and a restart changes the credentials |
//!
//! An engine of another stack is held to what every stack has to keep: `form`, `consent`,
//! `amplification`, `answers`, `nonces`, and of `farewell` that none is heard which was not said. The
//! rest are habits of ours, or look into our statistics. A foreign host's traffic is followed all the
//! same, because an end of ours is judged by it.
//!
//! Each is bounded in memory and can be cloned. A datagram costs them little: RTP, which is nearly
//! all there is, is read once and hashed once.
//!
//! Left out, because it takes the whole world: whether frames are whole, and whether a call connects
//! when it can.

mod amplification;
mod answered_request;
mod answers;
mod arrivals;
mod breach;
mod checks;
mod consent;
mod deadlines;
mod delivering;
mod farewell;
mod flight_piece;
mod flights;
mod form;
mod genuine;
mod host_facts;
mod host_oracles;
mod memory;
mod nonces;
mod oracles;
mod order;
mod pace;
mod pictures;
mod recent;
mod refusals;
mod repair;
mod reports;
mod request;
mod retransmissions;
mod rtp_nonces;
mod rtp_ring;
mod rtp_source;
mod rule;
mod signalling;
mod stream;
#[cfg(test)]
mod test_call;
#[cfg(test)]
mod tests;
mod violation;
mod way;

pub use host_facts::HostFacts;
pub use oracles::Oracles;
pub use rule::Rule;
pub use violation::Violation;

use breach::Breach;
use genuine::Genuine;
use recent::Recent;
use way::Way;
