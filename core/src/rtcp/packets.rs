//! The packets of a compound packet.

use super::{Packet, PacketError, PacketHeader};

/// Iterates over the packets in one datagram: compound (RFC 3550 section 6.1) or reduced size
/// (RFC 5506).
///
/// A packet whose content is malformed is reported and the next one follows; a header that makes
/// no sense ends the iteration with its error.
#[derive(Clone, Copy, Debug)]
pub struct Packets<'a> {
    rest: &'a [u8],
}

impl<'a> Packets<'a> {
    /// The packets in `datagram`.
    pub const fn new(datagram: &'a [u8]) -> Packets<'a> {
        Packets { rest: datagram }
    }

    fn split(&mut self) -> Result<(PacketHeader, &'a [u8]), PacketError> {
        let ([first, packet_type, l0, l1], rest) =
            self.rest.split_first_chunk().ok_or(PacketError::Truncated)?;
        if first >> 6 != 2 {
            return Err(PacketError::Version(first >> 6));
        }
        let length = usize::from(u16::from_be_bytes([*l0, *l1])) * 4;
        let (content, rest) = rest.split_at_checked(length).ok_or(PacketError::Truncated)?;
        self.rest = rest;
        let content = if first & 0x20 == 0 { content } else { without_padding(content)? };
        Ok((PacketHeader { count: first & 0x1f, packet_type: *packet_type }, content))
    }
}

fn without_padding(content: &[u8]) -> Result<&[u8], PacketError> {
    let padding = *content.last().ok_or(PacketError::Padding(0))?;
    let is_sound = padding > 0 && padding.is_multiple_of(4);
    let length = content.len().checked_sub(usize::from(padding)).filter(|_| is_sound);
    length.map(|length| &content[..length]).ok_or(PacketError::Padding(padding))
}

impl<'a> Iterator for Packets<'a> {
    type Item = Result<Packet<'a>, PacketError>;

    fn next(&mut self) -> Option<Result<Packet<'a>, PacketError>> {
        if self.rest.is_empty() {
            return None;
        }
        match self.split() {
            Ok((header, content)) => Some(Packet::parse(header, content)),
            Err(error) => {
                self.rest = &[];
                Some(Err(error))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_types_are_passed_and_what_follows_is_read() {
        let datagram = [0x81, 207, 0, 1, 1, 2, 3, 4, 0x80, 201, 0, 1, 0, 0, 0, 9];
        let packets: Vec<_> = Packets::new(&datagram).collect();
        let unknown = PacketHeader { count: 1, packet_type: 207 };
        assert_eq!(packets[0], Ok(Packet::Unknown(unknown)));
        assert!(matches!(packets[1], Ok(Packet::ReceiverReport(report)) if report.ssrc == 9));
        assert_eq!(packets.len(), 2);
    }

    #[test]
    fn a_malformed_packet_does_not_hide_the_next() {
        let datagram = [0x81, 200, 0, 1, 1, 2, 3, 4, 0x80, 201, 0, 1, 0, 0, 0, 9];
        let packets: Vec<_> = Packets::new(&datagram).collect();
        assert_eq!(packets[0], Err(PacketError::Malformed(200)));
        assert!(packets[1].is_ok());
    }

    #[test]
    fn a_senseless_header_ends_it() {
        fn first(bytes: &[u8]) -> Vec<Result<Packet<'_>, PacketError>> {
            Packets::new(bytes).collect()
        }
        assert_eq!(first(&[0x80, 201, 0]), [Err(PacketError::Truncated)]);
        assert_eq!(first(&[0x80, 201, 0, 1]), [Err(PacketError::Truncated)]);
        assert_eq!(first(&[0x40, 201, 0, 0]), [Err(PacketError::Version(1))]);
        assert_eq!(first(&[0xa0, 201, 0, 0, 1]).len(), 1);
        assert_eq!(first(&[0xa0, 201, 0, 1, 0, 0, 0, 8]), [Err(PacketError::Padding(8))]);
    }

    #[test]
    fn padding_is_taken_off() {
        let datagram = [0xa0, 201, 0, 2, 0, 0, 0, 9, 0, 0, 0, 4];
        let packets: Vec<_> = Packets::new(&datagram).collect();
        assert!(matches!(packets[0], Ok(Packet::ReceiverReport(report)) if report.ssrc == 9));
    }
}
