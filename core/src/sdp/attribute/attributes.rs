//! The attributes of a section or of the session.

use super::{Attribute, Direction, Fingerprint, Group, Setup};
use crate::sdp::description::Line;

/// The attributes of one media section, or those of the session level.
///
/// Each accessor reads the lines anew. Where an attribute should stand once, the first that can be
/// read counts. Values that cannot be read are passed over.
#[derive(Clone, Copy, Debug)]
pub struct Attributes<'a> {
    text: &'a str,
    lines: &'a [Line],
}

impl<'a> Attributes<'a> {
    /// The most fingerprints of a section that are read.
    pub const MAXIMUM_FINGERPRINTS: usize = 16;

    pub(in crate::sdp) fn new(text: &'a str, lines: &'a [Line]) -> Attributes<'a> {
        Attributes { text, lines }
    }

    /// All attributes in their order.
    pub fn iter(&self) -> impl Iterator<Item = Attribute<'a>> + Clone + use<'a> {
        let (text, lines) = (self.text, self.lines);
        lines
            .iter()
            .filter(move |line| line.kind(text) == b'a')
            .map(move |line| Attribute { name: line.name(text), value: line.attribute_value(text) })
    }

    /// Whether there is an attribute of this name, with or without a value.
    pub fn has(&self, name: &str) -> bool {
        self.iter().any(|attribute| attribute.name == name)
    }

    /// The value of the first attribute of this name that has one.
    pub fn value(&self, name: &str) -> Option<&'a str> {
        self.values(name).next()
    }

    /// The values of all attributes of this name, in their order.
    pub fn values<'n>(&self, name: &'n str) -> impl Iterator<Item = &'a str> + Clone + use<'a, 'n> {
        let named = self.iter().filter(move |attribute| attribute.name == name);
        named.filter_map(|attribute| attribute.value)
    }

    /// The identification tag of the section, RFC 5888 section 4.
    pub fn mid(&self) -> Option<&'a str> {
        self.token("mid")
    }

    /// The direction, RFC 8866 section 6.7.
    pub fn direction(&self) -> Option<Direction> {
        self.iter().find_map(|attribute| Direction::parse(attribute.name))
    }

    /// The groups of the session, RFC 5888 section 5: there may be several.
    pub fn groups(&self) -> impl Iterator<Item = Group<'a>> + use<'a> {
        self.values("group").filter_map(Group::parse)
    }

    /// The role in the DTLS handshake, RFC 8842 section 5.
    pub fn setup(&self) -> Option<Setup> {
        self.values("setup").find_map(Setup::parse)
    }

    /// The fingerprints of hash functions in use, RFC 8122 section 5; others are passed over.
    pub fn fingerprints(&self) -> Vec<Fingerprint> {
        let readable = self.values("fingerprint").filter_map(|value| value.parse().ok());
        readable.take(Attributes::MAXIMUM_FINGERPRINTS).collect()
    }

    /// The port of SCTP inside DTLS, RFC 8841 section 5.
    pub fn sctp_port(&self) -> Option<u16> {
        self.token("sctp-port")?.parse().ok()
    }

    /// The largest SCTP message the writer takes, in bytes; 0 for any. RFC 8841 section 6.
    pub fn max_message_size(&self) -> Option<u64> {
        self.token("max-message-size")?.parse().ok()
    }

    /// A value that is one word.
    pub(super) fn token(&self, name: &str) -> Option<&'a str> {
        self.values(name).find_map(|value| value.split_ascii_whitespace().next())
    }
}
