//! A media section.

use super::Line;
use crate::sdp::attribute::payload_formats;
use crate::sdp::{Attributes, Direction, ExtensionMap, Fingerprint, PayloadFormat, Setup};

/// A media section: an `m=` line and what follows up to the next, RFC 8866 section 5.14.
///
/// The accessors of ICE and DTLS attributes here fall back to the session level, RFC 8829 section
/// 5.8; those of [`MediaDescription::attributes`] do not.
#[derive(Clone, Copy, Debug)]
pub struct MediaDescription<'a> {
    index: usize,
    text: &'a str,
    lines: &'a [Line],
    session: &'a [Line],
}

impl<'a> MediaDescription<'a> {
    pub(super) fn new(
        index: usize,
        text: &'a str,
        lines: &'a [Line],
        session: &'a [Line],
    ) -> MediaDescription<'a> {
        MediaDescription { index, text, lines, session }
    }

    /// Whether the value of an `m=` line has a media type, a port and a protocol.
    pub(super) fn is_media_line(value: &str) -> bool {
        let mut fields = value.split_ascii_whitespace();
        let (_, port, protocol) = (fields.next(), fields.next(), fields.next());
        port.and_then(parse_port).is_some() && protocol.is_some()
    }

    /// Its place among the sections.
    pub fn index(&self) -> usize {
        self.index
    }

    /// The media type: `audio`, `video`, `application` or another.
    pub fn kind(&self) -> &'a str {
        self.media_line().split_ascii_whitespace().next().unwrap_or_default()
    }

    /// The port. 0 means that the section is rejected or disabled, unless it is bundle-only.
    pub fn port(&self) -> u16 {
        let field = self.media_line().split_ascii_whitespace().nth(1);
        field.and_then(parse_port).unwrap_or_default()
    }

    /// The transport protocol, such as `UDP/TLS/RTP/SAVPF`.
    pub fn protocol(&self) -> &'a str {
        self.media_line().split_ascii_whitespace().nth(2).unwrap_or_default()
    }

    /// The media formats: payload types where the protocol is RTP.
    pub fn formats(&self) -> impl Iterator<Item = &'a str> + Clone + use<'a> {
        self.media_line().split_ascii_whitespace().skip(3)
    }

    /// The value of the section's `c=` line, or of the session's.
    pub fn connection(&self) -> Option<&'a str> {
        let mut lines = self.lines.iter().chain(self.session);
        let line = lines.find(|line| line.kind(self.text) == b'c');
        line.map(|line| line.value(self.text))
    }

    /// The section's own attributes.
    pub fn attributes(&self) -> Attributes<'a> {
        Attributes::new(self.text, self.lines)
    }

    /// The identification tag, RFC 5888.
    pub fn mid(&self) -> Option<&'a str> {
        self.attributes().mid()
    }

    /// Whether it is offered only inside its BUNDLE group: `a=bundle-only` with port 0, RFC 9143
    /// section 6. With another port the attribute has no meaning.
    pub fn is_bundle_only(&self) -> bool {
        self.port() == 0 && self.attributes().has("bundle-only")
    }

    /// Whether it is rejected or disabled: port 0 without bundle-only.
    pub fn is_rejected(&self) -> bool {
        self.port() == 0 && !self.attributes().has("bundle-only")
    }

    /// The direction, from the side of who wrote the description; sendrecv where nothing is said.
    pub fn direction(&self) -> Direction {
        self.inherited(Attributes::direction).unwrap_or(Direction::SendReceive)
    }

    /// The ICE user fragment.
    pub fn ice_ufrag(&self) -> Option<&'a str> {
        self.inherited(Attributes::ice_ufrag)
    }

    /// The ICE password.
    pub fn ice_pwd(&self) -> Option<&'a str> {
        self.inherited(Attributes::ice_pwd)
    }

    /// Whether the ICE option is stated.
    pub fn has_ice_option(&self, option: &str) -> bool {
        let session = Attributes::new(self.text, self.session);
        self.attributes().has_ice_option(option) || session.has_ice_option(option)
    }

    /// Whether all candidates have been named, RFC 8838 section 8.2.
    pub fn has_end_of_candidates(&self) -> bool {
        let session = Attributes::new(self.text, self.session);
        self.attributes().has("end-of-candidates") || session.has("end-of-candidates")
    }

    /// The role in the DTLS handshake.
    pub fn setup(&self) -> Option<Setup> {
        self.inherited(Attributes::setup)
    }

    /// The fingerprints of hash functions in use; the session's if the section has none at all.
    pub fn fingerprints(&self) -> Vec<Fingerprint> {
        let own = self.attributes();
        match own.has("fingerprint") {
            true => own.fingerprints(),
            false => Attributes::new(self.text, self.session).fingerprints(),
        }
    }

    /// The header extensions: the section's, then the session's, RFC 8285 section 5.
    pub fn extension_maps(&self) -> impl Iterator<Item = ExtensionMap<'a>> + use<'a> {
        let session = Attributes::new(self.text, self.session);
        self.attributes().extension_maps().chain(session.extension_maps())
    }

    /// The RTP payload formats in the order of the `m=` line, with what `rtpmap`, `fmtp` and
    /// `rtcp-fb` say of each. Formats that are not payload types are left out.
    pub fn payload_formats(&self) -> Vec<PayloadFormat<'a>> {
        payload_formats(self.formats(), self.attributes())
    }

    fn media_line(&self) -> &'a str {
        self.lines.first().map_or("", |line| line.value(self.text))
    }

    fn inherited<T>(&self, read: impl Fn(&Attributes<'a>) -> Option<T>) -> Option<T> {
        read(&self.attributes()).or_else(|| read(&Attributes::new(self.text, self.session)))
    }
}

/// A port, or a port and a count of ports.
fn parse_port(field: &str) -> Option<u16> {
    let (port, count) = field.split_once('/').unwrap_or((field, "1"));
    count.parse::<u16>().ok()?;
    port.parse().ok()
}
