//! The figures of a run, and their distribution over many.
//!
//! A [`Figure`] is an integer with a unit, of one host or of the whole run; [`Figures`] are made of
//! what a trace has counted, whatever the trace kept. All are exact: percentiles are values that
//! occurred (the nearest rank), and nothing is computed in floating point. A [`Distribution`] has
//! the values of every figure over the runs of a sweep.
//!
//! | figure | of each host |
//! |---|---|
//! | `connect-time` | from the answer's first arrival anywhere to the end of the host's handshake |
//! | `connect-round-trips` | the same in round trips of the network without faults |
//! | `first-frame-time` | from the same moment to the first frame that can be decoded |
//! | `frames-…` | sent; received that can be decoded; late among them; undecodable; skipped |
//! | `frame-delay-…` | from a frame's sending to its delivery: 50, 95, 99 percent, the longest |
//! | `freezes`, `freeze-time`, `longest-freeze` | as the W3C's `freezeCount` defines them |
//! | `repairs` | times that the picture was whole again after a loss |
//! | `repair-time-…` | from when the loss could be seen to the next frame that can be decoded |
//! | `repair-round-trips` | the longest of them in round trips of the network without faults |
//! | `key-frames-sent`, `key-frames-requested` | frames sent, and requests by the application |
//! | `nacks-sent` | generic NACKs, RFC 4585 section 6.2.1, that the engine sent |
//! | `packets-sent-again` | RTP packets that it sent again |
//! | `packets-repaired` | RTP packets that it was missing and that came because it asked |
//! | `plis-sent` | picture loss indications, RFC 4585 section 6.3.1, that the engine sent |
//! | `packets-sent`, `bytes-sent`, `send-bit-rate` | with the headers of IP and UDP |
//! | `overhead` | bytes sent that are none of a frame, per byte of a frame |
//! | `checks` | STUN binding requests sent |
//! | `handshake-repetitions` | flights of DTLS sent again |
//! | `wake-ups` | a second, that a deadline of the engine was due |
//!
//! | figure | of the run |
//! |---|---|
//! | `duration` | of virtual time |
//! | `packets-dropped` | by the network |
//!
//! A figure that has no value in a run (the delay of frames where there are none) is left out.

mod counting;
mod distribution;
mod figure;
mod figure_key;
#[expect(clippy::module_inception, reason = "the figures are what the module is about")]
mod figures;
mod summary;
mod unit;

pub use distribution::Distribution;
pub use figure::Figure;
pub use figure_key::FigureKey;
pub use figures::Figures;
pub use summary::Summary;
pub use unit::Unit;
