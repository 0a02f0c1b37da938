//! Time as NTP counts it.

use std::time::Duration;

/// An NTP timestamp, RFC 3550 section 4: seconds since 1 January 1900 in 32.32 fixed point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NtpTime(u64);

impl NtpTime {
    /// Seconds from 1900, where NTP begins, to 1970, where Unix time does.
    pub const UNIX_EPOCH_SECONDS: u64 = 2_208_988_800;

    /// The timestamp of these 64 bits.
    pub const fn from_bits(bits: u64) -> NtpTime {
        NtpTime(bits)
    }

    /// The timestamp this long after 1900; wraps with the era in 2036.
    pub fn since_1900(duration: Duration) -> NtpTime {
        NtpTime((duration.as_secs() << 32) | fraction(duration))
    }

    /// Its 64 bits.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The middle 32 bits: what report blocks repeat as the time of the last sender report.
    pub const fn compact(self) -> u32 {
        (self.0 >> 16) as u32
    }

    /// `duration` in units of 1/65536 second, as compact timestamps and delays count; saturates.
    pub fn compact_duration(duration: Duration) -> u32 {
        let units = (u128::from(duration.as_secs()) << 16) | u128::from(fraction(duration) >> 16);
        u32::try_from(units).unwrap_or(u32::MAX)
    }

    /// The duration of `units` of 1/65536 second.
    pub fn from_compact_duration(units: u32) -> Duration {
        Duration::from_nanos((u64::from(units) * 1_000_000_000) >> 16)
    }
}

/// The fraction of a second in units of 2^-32 s.
fn fraction(duration: Duration) -> u64 {
    (u64::from(duration.subsec_nanos()) << 32) / 1_000_000_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_and_quarters_are_exact() {
        let time = NtpTime::since_1900(Duration::new(0x8_0000_0003, 250_000_000));
        assert_eq!(time.bits(), 0x0000_0003_4000_0000);
        assert_eq!(time.compact(), 0x0003_4000);
        assert_eq!(NtpTime::compact_duration(Duration::from_millis(1_500)), 0x0001_8000);
        assert_eq!(NtpTime::from_compact_duration(0x0001_8000), Duration::from_millis(1_500));
        assert_eq!(NtpTime::compact_duration(Duration::from_secs(70_000)), u32::MAX);
    }
}
