//! Which addresses are meant.

use std::fmt;
use std::net::{AddrParseError, IpAddr, SocketAddr};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An address of which the port counts or does not: `10.0.0.1`, `10.0.0.1:5000`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressPattern {
    /// Every port of this address.
    Host(IpAddr),
    /// This address and port.
    Socket(SocketAddr),
}

impl AddressPattern {
    /// Whether this address is meant.
    pub fn matches(&self, address: &SocketAddr) -> bool {
        match self {
            AddressPattern::Host(ip) => *ip == address.ip(),
            AddressPattern::Socket(socket) => socket == address,
        }
    }
}

impl FromStr for AddressPattern {
    type Err = AddrParseError;

    fn from_str(text: &str) -> Result<AddressPattern, AddrParseError> {
        text.parse().map(AddressPattern::Socket).or_else(|error| {
            text.parse().map(AddressPattern::Host).map_err(|_: AddrParseError| error)
        })
    }
}

impl fmt::Display for AddressPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AddressPattern::Host(ip) => ip.fmt(f),
            AddressPattern::Socket(socket) => socket.fmt(f),
        }
    }
}

impl Serialize for AddressPattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AddressPattern {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<AddressPattern, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(|_| {
            de::Error::custom(format!(
                "`{text}` is no address: write `10.0.0.1` or `10.0.0.1:5000`"
            ))
        })
    }
}
