//! What of an SRTCP packet is in clear.

use super::{Flaw, fields};

/// What of a protected RTCP packet can be read without keys: RFC 3711 section 3.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SrtcpHeader {
    /// The packet type of the first packet in it.
    pub packet_type: u8,
    /// Who sends it.
    pub ssrc: u32,
    /// Its index.
    pub index: u32,
}

impl SrtcpHeader {
    /// Bytes of the tag of AES-CM with HMAC-SHA1-80.
    const COUNTER_MODE_TAG: usize = 10;

    /// Bytes of the tag of AES-GCM.
    const GCM_TAG: usize = 16;

    /// Reads a packet protected with AES-GCM, RFC 7714 section 9, or with AES-CM and HMAC-SHA1,
    /// RFC 3711 section 3.4: the index then stands before the tag.
    ///
    /// # Errors
    /// [`Flaw`] if it is none, or not as a sender is to write it.
    pub fn read(bytes: &[u8], is_gcm: bool) -> Result<SrtcpHeader, Flaw> {
        let overhead = 4 + if is_gcm { Self::GCM_TAG } else { Self::COUNTER_MODE_TAG };
        let cut = Flaw("an SRTCP packet is cut off");
        if bytes.len() < 8 + overhead {
            return Err(cut);
        }
        let place = bytes.len() - if is_gcm { 4 } else { overhead };
        let word = fields::long(bytes, place).ok_or(cut)?;
        if word >> 31 != 1 {
            return Err(Flaw("an SRTCP packet is not encrypted"));
        }
        let packet_type = fields::byte(bytes, 1).ok_or(cut)?;
        if bytes[0] >> 6 != 2 || !(200..=207).contains(&packet_type) {
            return Err(Flaw("an SRTCP packet has a wrong version or type"));
        }
        let plain = bytes.len() - overhead;
        if !plain.is_multiple_of(4) {
            return Err(Flaw("an RTCP packet is no multiple of four bytes long"));
        }
        let ssrc = fields::long(bytes, 4).ok_or(cut)?;
        Ok(SrtcpHeader { packet_type, ssrc, index: word & 0x7fff_ffff })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_stands_where_the_profile_has_it() {
        let mut packet = vec![0x80, 201, 0, 1, 0, 0, 0, 7];
        packet.extend([0xaa; 16]);
        packet.extend([0x80, 0, 0, 3]);
        let header = SrtcpHeader::read(&packet, true).expect("a packet");
        assert_eq!((header.packet_type, header.ssrc, header.index), (201, 7, 3));
        packet[24] = 0;
        assert!(SrtcpHeader::read(&packet, true).is_err());
        let mut packet = vec![0x80, 201, 0, 1, 0, 0, 0, 7, 0x80, 0, 0, 5];
        packet.extend([0xaa; 10]);
        assert_eq!(SrtcpHeader::read(&packet, false).map(|header| header.index), Ok(5));
    }
}
