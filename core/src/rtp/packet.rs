//! A received RTP packet.

use super::{ExtensionForm, Extensions, Header, PacketError};

/// An RTP packet read in place, RFC 3550 section 5.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packet<'a> {
    /// The fixed header.
    pub header: Header,
    csrcs: &'a [u8],
    extension: Option<(u16, &'a [u8])>,
    payload: &'a [u8],
    padding: u8,
}

impl<'a> Packet<'a> {
    /// Reads `bytes` as one packet.
    ///
    /// # Errors
    /// [`PacketError`] if they are none. The content of extensions is not looked at.
    pub fn parse(bytes: &'a [u8]) -> Result<Packet<'a>, PacketError> {
        let (fixed, rest) = bytes.split_first_chunk().ok_or(PacketError::Truncated)?;
        let first = fixed[0];
        if first >> 6 != 2 {
            return Err(PacketError::Version(first >> 6));
        }
        let csrcs_length = usize::from(first & 0x0f) * 4;
        let (csrcs, rest) = rest.split_at_checked(csrcs_length).ok_or(PacketError::Truncated)?;
        let (extension, rest) = if first & 0x10 == 0 {
            (None, rest)
        } else {
            split_extension(rest).ok_or(PacketError::Truncated)?
        };
        let (payload, padding) = if first & 0x20 == 0 { (rest, 0) } else { split_padding(rest)? };
        Ok(Packet { header: Header::from_bytes(fixed), csrcs, extension, payload, padding })
    }

    /// A packet of `header` and `payload`, without contributing sources, extension or padding.
    pub fn new(header: Header, payload: &'a [u8]) -> Packet<'a> {
        Packet { header, csrcs: &[], extension: None, payload, padding: 0 }
    }

    /// The same packet with contributing sources: four bytes each, of which at most fifteen are
    /// taken.
    #[must_use]
    pub fn with_csrcs(self, csrcs: &'a [u8]) -> Packet<'a> {
        let count = (csrcs.len() / 4).min(15);
        Packet { csrcs: &csrcs[..count * 4], ..self }
    }

    /// The same packet with a header extension: its profile-defined number and its content, whose
    /// length is cut to a multiple of four, RFC 3550 section 5.3.1.
    #[must_use]
    pub fn with_extension(self, profile: u16, content: &'a [u8]) -> Packet<'a> {
        let words = (content.len() / 4).min(usize::from(u16::MAX));
        Packet { extension: Some((profile, &content[..words * 4])), ..self }
    }

    /// The same packet with this many bytes of padding, the count included; 0 for none.
    #[must_use]
    pub fn with_padding(self, padding: u8) -> Packet<'a> {
        Packet { padding, ..self }
    }

    /// The contributing sources.
    pub fn csrcs(&self) -> impl Iterator<Item = u32> + 'a {
        self.csrcs.as_chunks().0.iter().map(|csrc| u32::from_be_bytes(*csrc))
    }

    /// The elements of the header extension, read lazily; none if it is in another form than
    /// those of RFC 8285.
    pub fn extensions(&self) -> Extensions<'a> {
        let Some((profile, content)) = self.extension else {
            return Extensions::new(ExtensionForm::OneByte, &[]);
        };
        match ExtensionForm::from_profile(profile) {
            Some(form) => Extensions::new(form, content),
            None => Extensions::new(ExtensionForm::OneByte, &[]),
        }
    }

    /// The content of the extension element numbered `id`, if it is there.
    pub fn extension(&self, id: u8) -> Option<&'a [u8]> {
        self.extensions().find(|extension| extension.id == id).map(|extension| extension.content)
    }

    /// The payload without padding.
    pub fn payload(&self) -> &'a [u8] {
        self.payload
    }

    /// Bytes of padding, the count included.
    pub fn padding(&self) -> u8 {
        self.padding
    }

    /// Where in the packet's bytes the payload begins.
    pub fn payload_offset(&self) -> usize {
        let extension = self.extension.map_or(0, |(_, content)| 4 + content.len());
        Header::LENGTH + self.csrcs.len() + extension
    }

    /// Appends the packet's bytes.
    pub fn write(&self, output: &mut Vec<u8>) {
        let padding_flag = if self.padding == 0 { 0 } else { 0x20 };
        let extension_flag = if self.extension.is_some() { 0x10 } else { 0 };
        let first = 0x80 | padding_flag | extension_flag | (self.csrcs.len() / 4) as u8;
        output.extend_from_slice(&self.header.to_bytes(first));
        output.extend_from_slice(self.csrcs);
        if let Some((profile, content)) = self.extension {
            output.extend_from_slice(&profile.to_be_bytes());
            output.extend_from_slice(&((content.len() / 4) as u16).to_be_bytes());
            output.extend_from_slice(content);
        }
        output.extend_from_slice(self.payload);
        if self.padding > 0 {
            output.resize(output.len() + usize::from(self.padding) - 1, 0);
            output.push(self.padding);
        }
    }
}

type SplitExtension<'a> = (Option<(u16, &'a [u8])>, &'a [u8]);

fn split_extension(bytes: &[u8]) -> Option<SplitExtension<'_>> {
    let ([p0, p1, l0, l1], rest) = bytes.split_first_chunk()?;
    let length = usize::from(u16::from_be_bytes([*l0, *l1])) * 4;
    let (content, rest) = rest.split_at_checked(length)?;
    Some((Some((u16::from_be_bytes([*p0, *p1]), content)), rest))
}

fn split_padding(bytes: &[u8]) -> Result<(&[u8], u8), PacketError> {
    let padding = *bytes.last().ok_or(PacketError::Padding(0))?;
    let length = bytes.len().checked_sub(usize::from(padding)).filter(|_| padding > 0);
    let length = length.ok_or(PacketError::Padding(padding))?;
    Ok((&bytes[..length], padding))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FULL: [u8; 40] = [
        0xb2, 0xe0, 0x12, 0x34, 0, 0, 0, 9, 0, 0, 0, 7, // fixed header: P, X, two CSRCs
        0, 0, 0, 1, 0, 0, 0, 2, // CSRCs
        0xbe, 0xde, 0, 2, 0x10, 0xaa, 0x21, 0xbb, 0xcc, 0, 0, 0, // one-byte extensions
        1, 2, 3, 4, 0, 0, 0, 4, // payload and padding
    ];

    #[test]
    fn every_part_is_found() {
        let packet = Packet::parse(&FULL).expect("a packet");
        let header = packet.header;
        assert!(header.marker);
        assert_eq!((header.payload_type, header.sequence_number), (96, 0x1234));
        assert_eq!((header.timestamp, header.ssrc), (9, 7));
        assert_eq!(packet.csrcs().collect::<Vec<_>>(), [1, 2]);
        assert_eq!(packet.extension(1), Some(&[0xaa][..]));
        assert_eq!(packet.extension(2), Some(&[0xbb, 0xcc][..]));
        assert_eq!(packet.extension(3), None);
        assert_eq!((packet.payload(), packet.padding()), (&[1, 2, 3, 4][..], 4));
        assert_eq!(packet.payload_offset(), 32);
        let mut written = Vec::new();
        packet.write(&mut written);
        assert_eq!(written, FULL);
    }

    #[test]
    fn every_truncated_header_is_refused() {
        for length in 0..32 {
            assert_eq!(Packet::parse(&FULL[..length]), Err(PacketError::Truncated));
        }
        assert_eq!(Packet::parse(&FULL[..32]), Err(PacketError::Padding(0)));
    }

    #[test]
    fn other_versions_and_wrong_padding_are_refused() {
        let mut bytes = FULL;
        bytes[39] = 9;
        assert_eq!(Packet::parse(&bytes), Err(PacketError::Padding(9)));
        bytes[39] = 0;
        assert_eq!(Packet::parse(&bytes), Err(PacketError::Padding(0)));
        bytes[0] = 0x72;
        assert_eq!(Packet::parse(&bytes), Err(PacketError::Version(1)));
    }

    #[test]
    fn a_packet_of_padding_alone_has_an_empty_payload() {
        let mut bytes = FULL;
        bytes[39] = 8;
        let packet = Packet::parse(&bytes).expect("a packet");
        assert_eq!((packet.payload(), packet.padding()), (&[][..], 8));
    }
}
