//! Which media stream a section is part of.

/// An `msid` attribute, RFC 8830 section 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MediaStreamIdentification<'a> {
    /// The identifier of the stream; `-` if the section is part of none.
    pub stream: &'a str,
    /// The identifier of the track, if one is stated.
    pub track: Option<&'a str>,
}

impl<'a> MediaStreamIdentification<'a> {
    pub(super) fn parse(value: &'a str) -> Option<MediaStreamIdentification<'a>> {
        let mut fields = value.split_ascii_whitespace();
        Some(MediaStreamIdentification { stream: fields.next()?, track: fields.next() })
    }
}
