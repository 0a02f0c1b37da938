//! The packets in transport-wide feedback.

use super::PacketArrival;

/// Iterates over the packets of transport-wide feedback, draft-holmer-rmcat-transport-wide-cc
/// section 3.1. Ends where the message is cut off.
#[derive(Clone, Copy, Debug)]
pub struct PacketArrivals<'a> {
    chunks: &'a [[u8; 2]],
    deltas: &'a [u8],
    /// Packets not yet named.
    left: u16,
    sequence_number: u16,
    time: i64,
    /// The symbols of the chunk in hand: its 16 bits, how many are left, and bits of each.
    chunk: u16,
    symbols: u16,
    width: u16,
}

impl<'a> PacketArrivals<'a> {
    /// The arrivals of `count` packets from `base` on. `content` are packet chunks and then
    /// receive deltas; the chunks end where they have named all packets.
    pub(super) fn new(base: u16, count: u16, time: i64, content: &'a [u8]) -> Option<Self> {
        let (words, _) = content.as_chunks();
        let mut named = 0_usize;
        let is_missing = |chunk: &&[u8; 2]| {
            let is_needed = named < usize::from(count);
            named += usize::from(symbols_in(u16::from_be_bytes(**chunk)));
            is_needed
        };
        let chunks = words.iter().take_while(is_missing).count();
        let arrivals = PacketArrivals {
            chunks: &words[..chunks],
            deltas: &content[chunks * 2..],
            left: count,
            sequence_number: base,
            time,
            chunk: 0,
            symbols: 0,
            width: 0,
        };
        (named >= usize::from(count)).then_some(arrivals)
    }

    /// The status symbol of the next packet.
    fn symbol(&mut self) -> Option<u16> {
        while self.symbols == 0 {
            let (first, rest) = self.chunks.split_first()?;
            self.chunks = rest;
            self.chunk = u16::from_be_bytes(*first);
            self.symbols = symbols_in(self.chunk);
            self.width = if self.chunk & 0xc000 == 0x8000 { 1 } else { 2 };
        }
        self.symbols -= 1;
        if self.chunk & 0x8000 == 0 {
            return Some(self.chunk >> 13);
        }
        let shift = self.symbols * self.width;
        Some(self.chunk >> shift & ((1 << self.width) - 1))
    }

    fn delta(&mut self, symbol: u16) -> Option<i64> {
        match symbol {
            1 => {
                let (delta, rest) = self.deltas.split_first()?;
                self.deltas = rest;
                Some(i64::from(*delta))
            }
            _ => {
                let (delta, rest) = self.deltas.split_first_chunk()?;
                self.deltas = rest;
                Some(i64::from(i16::from_be_bytes(*delta)))
            }
        }
    }
}

/// How many packets a chunk names: a run's length, or 14 or 7 symbols of a vector.
fn symbols_in(chunk: u16) -> u16 {
    match chunk >> 14 {
        0 | 1 => chunk & 0x1fff,
        2 => 14,
        _ => 7,
    }
}

impl Iterator for PacketArrivals<'_> {
    type Item = PacketArrival;

    fn next(&mut self) -> Option<PacketArrival> {
        self.left = self.left.checked_sub(1)?;
        let symbol = self.symbol()?;
        let sequence_number = self.sequence_number;
        self.sequence_number = sequence_number.wrapping_add(1);
        let mut arrival = None;
        if matches!(symbol, 1 | 2) {
            self.time += self.delta(symbol)?;
            arrival = Some(self.time);
        }
        Some(PacketArrival { sequence_number, arrival, is_received: symbol != 0 })
    }
}
