//! A bit rate.

use super::textual::textual;
use super::{Quantity, QuantityError};

/// A bit rate in bits per second, never zero. A number without a unit is of bits per second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BitRate(u64);

textual!(BitRate);

impl BitRate {
    /// So many bits per second; at least one.
    pub const fn bits(bits: u64) -> BitRate {
        BitRate(if bits == 0 { 1 } else { bits })
    }

    /// So many thousand bits per second; at least one bit.
    pub const fn kilobits(kilobits: u64) -> BitRate {
        BitRate::bits(kilobits.saturating_mul(1_000))
    }

    /// So many million bits per second; at least one bit.
    pub const fn megabits(megabits: u64) -> BitRate {
        BitRate::bits(megabits.saturating_mul(1_000_000))
    }

    /// How many bits per second it is.
    pub const fn bits_per_second(self) -> u64 {
        self.0
    }

    /// How long so many bytes take, in nanoseconds, rounded up. 64 bits hold it for any packet.
    pub const fn nanos_for(self, bytes: usize) -> u64 {
        (bytes as u64).saturating_mul(8_000_000_000).div_ceil(self.0)
    }
}

impl Quantity for BitRate {
    const NAME: &'static str = "a bit rate";
    const EXAMPLE: &'static str = "2 Mbit/s";
    const UNITS: &'static [(&'static str, u64)] = &[
        ("Gbit/s", 1_000_000_000),
        ("Mbit/s", 1_000_000),
        ("kbit/s", 1_000),
        ("bit/s", 1),
        ("Gbps", 1_000_000_000),
        ("Mbps", 1_000_000),
        ("kbps", 1_000),
        ("bps", 1),
        ("G", 1_000_000_000),
        ("M", 1_000_000),
        ("k", 1_000),
    ];
    const PLAIN: u64 = 1;

    fn from_base(base: u64) -> Result<BitRate, QuantityError> {
        match base {
            0 => Err(QuantityError::range::<BitRate>("0 bit/s")),
            bits => Ok(BitRate(bits)),
        }
    }

    fn to_base(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_and_written() {
        for text in ["1.5 Mbit/s", "1500 kbit/s", "1500000", "1.5M", "1.5 Mbps"] {
            let rate: BitRate = text.parse().expect(text);
            assert_eq!(rate.to_string(), "1.5 Mbit/s");
        }
        assert!("0".parse::<BitRate>().is_err());
    }

    #[test]
    fn a_packet_takes_its_time() {
        assert_eq!(BitRate::megabits(1).nanos_for(1_250), 10_000_000);
        assert_eq!(BitRate::bits(3).nanos_for(1), 2_666_666_667);
        assert_eq!(BitRate::bits(0).nanos_for(65_535), 524_280_000_000_000);
    }
}
