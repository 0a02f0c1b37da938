//! How long a queue may be.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::quantity::{QuantityError, Size, Span};

/// How long a queue may be, told by the unit: `64 KiB` or `200 ms`. An empty queue takes any
/// packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueueLimit {
    /// So many bytes, those on the wire included.
    Bytes(Size),
    /// As much as makes a packet wait for so long.
    Time(Span),
}

impl QueueLimit {
    /// A queue of so many milliseconds.
    pub const fn millis(millis: u64) -> QueueLimit {
        QueueLimit::Time(Span::millis(millis))
    }

    /// Whether a queue that is this long takes another packet of `bytes`.
    pub(in crate::link) fn takes(self, bytes: u64, queued: u64, wait: Span) -> bool {
        match self {
            QueueLimit::Bytes(most) => queued == 0 || queued + bytes <= most.as_bytes(),
            QueueLimit::Time(most) => wait <= most,
        }
    }
}

impl FromStr for QueueLimit {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<QueueLimit, QuantityError> {
        if text.trim().ends_with(|c: char| c.is_ascii_digit()) {
            return Err(QuantityError::NoUnit(text.into()));
        }
        match text.parse() {
            Ok(size) => Ok(QueueLimit::Bytes(size)),
            Err(_) => Ok(QueueLimit::Time(text.parse()?)),
        }
    }
}

impl fmt::Display for QueueLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            QueueLimit::Bytes(size) => size.fmt(f),
            QueueLimit::Time(span) => span.fmt(f),
        }
    }
}

impl Serialize for QueueLimit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for QueueLimit {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<QueueLimit, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_tells_which_limit_it_is() {
        assert_eq!("64 KiB".parse(), Ok(QueueLimit::Bytes(Size::bytes(65_536))));
        assert_eq!("200 ms".parse(), Ok(QueueLimit::millis(200)));
        for wrong in ["200", "long", "3 bananas"] {
            let error = wrong.parse::<QueueLimit>().expect_err(wrong).to_string();
            assert!(error.contains(wrong), "{error}");
        }
    }

    #[test]
    fn the_limit_itself_is_allowed() {
        let bytes = QueueLimit::Bytes(Size::bytes(1_000));
        assert!(bytes.takes(400, 600, Span::ZERO) && !bytes.takes(401, 600, Span::ZERO));
        assert!(bytes.takes(5_000, 0, Span::ZERO));
        let time = QueueLimit::millis(10);
        assert!(time.takes(1, 1, Span::millis(10)) && !time.takes(1, 1, Span::nanos(10_000_001)));
    }
}
