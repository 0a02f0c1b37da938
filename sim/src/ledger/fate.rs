//! What a fault does to a packet.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Bits, FaultError};
use crate::quantity::Span;

/// What a fault does to a packet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It is gone.
    Dropped,
    /// It goes on later by this.
    Late(Span),
    /// It goes on, and a copy of it goes on later by this.
    Duplicated(Span),
    /// These bits of its payload are turned.
    Flipped(Bits),
    /// Congestion is marked in its IP header, if it can be (RFC 3168).
    Marked,
    /// It waits until so many others have overtaken it.
    HeldBack {
        /// How many overtake it.
        packets: u32,
        /// How long it waits at most.
        at_most: Span,
    },
}

impl FromStr for Fate {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Fate, FaultError> {
        let text = text.trim();
        let wrong = || FaultError::Fate(text.into());
        if let Some(span) = text.strip_prefix("late by ") {
            return Ok(Fate::Late(span.parse()?));
        }
        if let Some(span) = text.strip_prefix("duplicated late by ") {
            return Ok(Fate::Duplicated(span.parse()?));
        }
        if let Some(places) = text.strip_prefix("bits flipped at ") {
            let places: Result<_, _> = places.split_whitespace().map(str::parse).collect();
            return Ok(Fate::Flipped(Bits(places.map_err(|_| wrong())?)));
        }
        if let Some(rest) = text.strip_prefix("held back by ") {
            let (packets, at_most) = rest.split_once(" packets at most ").ok_or_else(wrong)?;
            let packets = packets.parse().map_err(|_| wrong())?;
            return Ok(Fate::HeldBack { packets, at_most: at_most.parse()? });
        }
        match text {
            "dropped" => Ok(Fate::Dropped),
            "marked" => Ok(Fate::Marked),
            "duplicated" => Ok(Fate::Duplicated(Span::ZERO)),
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fate::Dropped => f.write_str("dropped"),
            Fate::Late(span) => write!(f, "late by {span}"),
            Fate::Duplicated(span) => write!(f, "duplicated late by {span}"),
            Fate::Flipped(Bits(places)) => {
                f.write_str("bits flipped at")?;
                places.iter().try_for_each(|place| write!(f, " {place}"))
            }
            Fate::Marked => f.write_str("marked"),
            Fate::HeldBack { packets, at_most } => {
                write!(f, "held back by {packets} packets at most {at_most}")
            }
        }
    }
}

impl Serialize for Fate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fate {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Fate, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fates_are_read_as_they_are_written() {
        let all = [
            Fate::Dropped,
            Fate::Late(Span::micros(3_200)),
            Fate::Duplicated(Span::ZERO),
            Fate::Flipped(Bits(vec![0, 17])),
            Fate::Marked,
            Fate::HeldBack { packets: 3, at_most: Span::millis(50) },
        ];
        for fate in all {
            assert_eq!(fate.to_string().parse(), Ok(fate.clone()), "{fate}");
        }
        assert_eq!("duplicated".parse(), Ok(Fate::Duplicated(Span::ZERO)));
        assert_eq!("late by 20".parse(), Ok(Fate::Late(Span::millis(20))));
    }

    #[test]
    fn nonsense_says_what_there_is() {
        for wrong in ["", "drop", "late by soon", "bits flipped at x", "held back by 3"] {
            let error = wrong.parse::<Fate>().expect_err(wrong).to_string();
            assert!(error.contains("there are"), "{error}");
        }
    }
}
