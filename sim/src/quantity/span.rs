//! A span of time.

use std::time::Duration;

use super::textual::textual;
use super::{Quantity, QuantityError};

/// A span of time, in nanoseconds. A number without a unit is of milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(u64);

textual!(Span);

impl Span {
    /// No time.
    pub const ZERO: Span = Span(0);

    /// So many nanoseconds.
    pub const fn nanos(nanos: u64) -> Span {
        Span(nanos)
    }

    /// So many microseconds.
    pub const fn micros(micros: u64) -> Span {
        Span(micros.saturating_mul(1_000))
    }

    /// So many milliseconds.
    pub const fn millis(millis: u64) -> Span {
        Span(millis.saturating_mul(1_000_000))
    }

    /// So many seconds.
    pub const fn secs(secs: u64) -> Span {
        Span(secs.saturating_mul(1_000_000_000))
    }

    /// How many nanoseconds it is.
    pub const fn as_nanos(self) -> u64 {
        self.0
    }

    /// The same as the standard library's.
    pub const fn duration(self) -> Duration {
        Duration::from_nanos(self.0)
    }
}

impl From<Duration> for Span {
    fn from(duration: Duration) -> Span {
        Span(u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX))
    }
}

impl From<Span> for Duration {
    fn from(span: Span) -> Duration {
        span.duration()
    }
}

impl Quantity for Span {
    const NAME: &'static str = "a span of time";
    const EXAMPLE: &'static str = "20 ms";
    const UNITS: &'static [(&'static str, u64)] = &[
        ("min", 60_000_000_000),
        ("s", 1_000_000_000),
        ("ms", 1_000_000),
        ("us", 1_000),
        ("µs", 1_000),
        ("ns", 1),
    ];
    const PLAIN: u64 = 1_000_000;

    fn from_base(base: u64) -> Result<Span, QuantityError> {
        Ok(Span(base))
    }

    fn to_base(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_in_every_unit() {
        let all = ["90 s", "1.5 min", "90000", "90000ms", "90_000_000 us", "90000000 µs"];
        for text in all {
            assert_eq!(text.parse(), Ok(Span::secs(90)), "{text}");
        }
        assert_eq!("0.000001 ms".parse(), Ok(Span::nanos(1)));
    }

    #[test]
    fn spans_are_written_as_they_are_read() {
        let all = [(0, "0 ns"), (1_500_000, "1.5 ms"), (61_000_000_000, "61 s"), (999, "999 ns")];
        for (nanos, text) in all {
            assert_eq!(Span::nanos(nanos).to_string(), text);
            assert_eq!(text.parse(), Ok(Span::nanos(nanos)));
        }
        assert_eq!(Span::secs(120).to_string(), "2 min");
        assert_eq!(Span::nanos(u64::MAX).to_string().parse(), Ok(Span::nanos(u64::MAX)));
    }

    #[test]
    fn wrong_spans_say_why() {
        let error = |text: &str| text.parse::<Span>().expect_err("no span").to_string();
        assert_eq!(
            error("soon"),
            "`soon` in `soon` is no unit of a span of time: there are min, s, ms, us, µs, ns"
        );
        assert_eq!(error("ms"), "`ms` is not a span of time: write it as `20 ms`");
        assert_eq!(
            error("-3 ms"),
            "`-3 ms` in `-3 ms` is no unit of a span of time: there are min, s, ms, us, µs, ns"
        );
        assert!(error("99999999999999 min").contains("out of range"));
    }
}
