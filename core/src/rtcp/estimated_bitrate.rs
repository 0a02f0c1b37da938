//! Receiver estimated maximum bitrate.

const IDENTIFIER: &[u8; 4] = b"REMB";

/// A receiver's limit on the bit rate of streams together, draft-alvestrand-rmcat-remb-03
/// section 2.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EstimatedBitrate<'a> {
    /// Who limits.
    pub sender_ssrc: u32,
    /// The limit in bits a second; saturates.
    pub bitrate: u64,
    streams: &'a [[u8; 4]],
}

impl<'a> EstimatedBitrate<'a> {
    /// Whether application layer feedback is this message.
    pub(super) fn is_here(content: &[u8]) -> bool {
        content.get(8..12) == Some(IDENTIFIER)
    }

    pub(super) fn parse(content: &'a [u8]) -> Option<EstimatedBitrate<'a>> {
        let (words, _) = content.as_chunks::<4>();
        let [sender, _media, _identifier, rate, streams @ ..] = words else { return None };
        let [count, exponent_and_mantissa, low @ ..] = *rate;
        let exponent = u32::from(exponent_and_mantissa >> 2);
        let high = u32::from(exponent_and_mantissa & 3) << 16;
        let mantissa = u64::from(high | u32::from(u16::from_be_bytes(low)));
        let fits = mantissa.leading_zeros() >= exponent;
        Some(EstimatedBitrate {
            sender_ssrc: u32::from_be_bytes(*sender),
            bitrate: if fits { mantissa << exponent } else { u64::MAX },
            streams: streams.get(..usize::from(count))?,
        })
    }

    /// The streams limited.
    pub fn streams(&self) -> impl Iterator<Item = u32> + 'a {
        self.streams.iter().map(|ssrc| u32::from_be_bytes(*ssrc))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mantissa_and_exponent_make_the_rate() {
        let mut content = *b"\0\0\0\x01\0\0\0\0REMB\x01\x0b\x00\x03\0\0\0\x07";
        let message = EstimatedBitrate::parse(&content).expect("a message");
        assert_eq!(message.bitrate, 0x3_0003 << 2);
        assert_eq!(message.streams().collect::<Vec<_>>(), [7]);
        content[13] = 0xff;
        let message = EstimatedBitrate::parse(&content).expect("a message");
        assert_eq!(message.bitrate, u64::MAX);
        content[12] = 2;
        assert_eq!(EstimatedBitrate::parse(&content), None);
    }
}
