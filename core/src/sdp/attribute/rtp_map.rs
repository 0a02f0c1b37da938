//! What a payload type stands for.

/// An `rtpmap` attribute, RFC 8866 section 6.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RtpMap<'a> {
    /// The payload type, 0 to 127.
    pub payload_type: u8,
    /// The codec. Upper and lower case mean the same.
    pub encoding: &'a str,
    /// The clock rate in hertz.
    pub clock_rate: u32,
    /// Channels of audio, if stated.
    pub channels: Option<u32>,
}

impl<'a> RtpMap<'a> {
    pub(super) fn parse(value: &'a str) -> Option<RtpMap<'a>> {
        let mut fields = value.split_ascii_whitespace();
        let payload_type = fields.next()?.parse().ok().filter(|&number: &u8| number < 128)?;
        let mut parts = fields.next()?.splitn(3, '/');
        let encoding = parts.next().filter(|encoding| !encoding.is_empty())?;
        let clock_rate = parts.next()?.parse().ok()?;
        let channels = match parts.next() {
            Some(channels) => Some(channels.parse().ok()?),
            None => None,
        };
        Some(RtpMap { payload_type, encoding, clock_rate, channels })
    }

    /// Whether it is this codec, at this clock rate in hertz.
    pub fn is(&self, encoding: &str, clock_rate: u32) -> bool {
        self.encoding.eq_ignore_ascii_case(encoding) && self.clock_rate == clock_rate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codecs_are_read_in_any_case() {
        let map = RtpMap::parse("111 OPUS/48000/2").expect("a map");
        assert_eq!((map.payload_type, map.channels), (111, Some(2)));
        assert!(map.is("opus", 48_000) && !map.is("opus", 8_000));
        for value in ["", "111", "111 opus", "128 opus/48000", "1 /1", "1 x/y", "1 x/1/y"] {
            assert_eq!(RtpMap::parse(value), None, "{value}");
        }
    }
}
