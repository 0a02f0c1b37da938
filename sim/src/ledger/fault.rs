//! A fault of the network.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{FaultError, PacketFault};

/// A fault that the network committed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// Something that is scripted for a time: a server's restart, an outage, a NAT's reboot. The
    /// number is its place in the scenario's list.
    Happening(usize),
    /// What a packet met.
    Packet(PacketFault),
}

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Fault, FaultError> {
        let text = text.trim();
        match text.strip_prefix("happening ") {
            Some(index) if !index.contains(':') => {
                let index = index.trim().parse().map_err(|_| FaultError::Form(text.into()))?;
                Ok(Fault::Happening(index))
            }
            _ => Ok(Fault::Packet(text.parse()?)),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Happening(index) => write!(f, "happening {index}"),
            Fault::Packet(fault) => fault.fmt(f),
        }
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fault {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Fault, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_read_as_they_are_written() {
        let all = [
            "happening 2",
            "caller-up 17 loss: dropped",
            "caller-up 17 copy 4 jitter: late by 3.2 ms",
            "happening 17 loss: bits flipped at 1 2",
        ];
        for text in all {
            let fault: Fault = text.parse().expect(text);
            assert_eq!(fault.to_string(), text);
            let json = serde_json::to_string(&fault).expect("JSON");
            assert_eq!(serde_json::from_str::<Fault>(&json).expect(&json), fault);
        }
    }

    #[test]
    fn nonsense_is_refused_with_the_form() {
        for wrong in ["", "happening x", "caller-up 17: dropped", "caller-up x loss: dropped"] {
            let error = wrong.parse::<Fault>().expect_err(wrong).to_string();
            assert!(error.contains("is no fault: write"), "{error}");
        }
    }
}
