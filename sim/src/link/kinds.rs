//! Which protocols are meant.

use std::fmt;
use std::str::FromStr;

use roomrtc_core::session::PacketKind;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A set of the protocols that share a port (RFC 7983), written `dtls` or `rtp rtcp`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(u8);

/// The name of each member's bit, in their order.
const NAMES: [&str; 5] = ["stun", "dtls", "rtp", "rtcp", "other"];

impl Kinds {
    /// Connectivity checks and their answers.
    pub const STUN: Kinds = Kinds(1);
    /// The handshake's datagrams, and all others of DTLS.
    pub const DTLS: Kinds = Kinds(2);
    /// Media.
    pub const RTP: Kinds = Kinds(4);
    /// Media's reports and feedback.
    pub const RTCP: Kinds = Kinds(8);
    /// What is none of these.
    pub const OTHER: Kinds = Kinds(16);

    /// Both sets' members.
    pub const fn and(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Whether this datagram's protocol is a member.
    pub fn contain(self, datagram: &[u8]) -> bool {
        let kind = match PacketKind::of(datagram) {
            Some(PacketKind::Stun) => Kinds::STUN,
            Some(PacketKind::Dtls) => Kinds::DTLS,
            Some(PacketKind::Rtp) => Kinds::RTP,
            Some(PacketKind::Rtcp) => Kinds::RTCP,
            None => Kinds::OTHER,
        };
        self.0 & kind.0 != 0
    }
}

impl FromStr for Kinds {
    type Err = String;

    fn from_str(text: &str) -> Result<Kinds, String> {
        let words = text.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty());
        let mut kinds = Kinds::default();
        for word in words {
            let index = NAMES.iter().position(|name| *name == word);
            let index = index.ok_or_else(|| {
                format!("`{word}` is no kind of packet: there are {}", NAMES.join(", "))
            })?;
            kinds.0 |= 1 << index;
        }
        match kinds.0 {
            0 => Err(format!("no kind of packet is named: there are {}", NAMES.join(", "))),
            _ => Ok(kinds),
        }
    }
}

impl fmt::Display for Kinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = NAMES.iter().enumerate().filter(|(index, _)| self.0 & (1 << index) != 0);
        let names: Vec<&str> = members.map(|(_, name)| *name).collect();
        f.write_str(&names.join(" "))
    }
}

impl Serialize for Kinds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Kinds {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Kinds, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_by_the_first_bytes() {
        let media = Kinds::RTP.and(Kinds::RTCP);
        assert!(media.contain(&[128, 96]) && media.contain(&[128, 200]));
        assert!(!media.contain(&[0, 1]) && !media.contain(&[22, 254]) && !media.contain(&[]));
        assert!(Kinds::OTHER.contain(&[]) && Kinds::OTHER.contain(&[255]));
        assert!(Kinds::STUN.contain(&[0, 1]) && Kinds::DTLS.contain(&[22, 254]));
    }

    #[test]
    fn kinds_are_read_as_they_are_written() {
        assert_eq!("rtcp, rtp".parse(), Ok(Kinds::RTP.and(Kinds::RTCP)));
        assert_eq!(Kinds::RTP.and(Kinds::RTCP).to_string(), "rtp rtcp");
        let error = "video".parse::<Kinds>().expect_err("no kind");
        assert_eq!(error, "`video` is no kind of packet: there are stun, dtls, rtp, rtcp, other");
        assert!("".parse::<Kinds>().is_err());
    }
}
