//! A pairing's line.

use std::fmt;

use super::{Network, Pairing, Span};

/// What came of a pairing.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Who called whom.
    pub pairing: Pairing,
    /// From the arrival of the answer at the caller until both ends are connected.
    pub connect: Option<Span>,
    /// The same with one datagram of the handshake lost.
    pub connect_with_one_lost: Option<Span>,
    /// From the end of a burst until the called can decode a frame again.
    pub recovery: Option<Span>,
    /// Thousandths of the caller's frames that the called could decode through loss of 5 %.
    pub decodable: u64,
    /// The 95th percentile of their delay, in microseconds.
    pub delay: u64,
    /// Packets a second of one core's time.
    pub throughput: f64,
}

impl Standing {
    /// Runs a pairing through all networks; its throughput is measured with that of all others.
    pub(super) fn measure(pairing: Pairing, seeds: u64, throughput: f64) -> Standing {
        let (decodable, delay) = pairing.decodes_through_loss(seeds);
        Standing {
            pairing,
            connect: pairing.connects_cleanly(seeds),
            connect_with_one_lost: pairing.connects_with_one_lost(),
            recovery: pairing.recovers_from_burst(seeds),
            decodable,
            delay,
            throughput,
        }
    }
}

/// A span, and its median in round trips.
fn cell(span: Option<Span>) -> String {
    let Some(span) = span else { return "never".to_owned() };
    let round_trip = Network::ROUND_TRIP.duration().as_micros();
    let tenths = (span.median.as_micros() * 10 + round_trip / 2) / round_trip;
    format!("{span} ({}.{} RTT)", tenths / 10, tenths % 10)
}

impl fmt::Display for Standing {
    /// A line of a table in Markdown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Standing { pairing, decodable, delay, .. } = self;
        let connect = [self.connect, self.connect_with_one_lost, self.recovery].map(cell);
        write!(f, "| {pairing} | {} | ", connect.join(" | "))?;
        let thousands = self.throughput / 1_000.0;
        let (whole, tenth, delay) = (decodable / 10, decodable % 10, delay / 1_000);
        write!(f, "{whole}.{tenth} % | {delay} ms | {thousands:.0} k/s |")
    }
}
