//! Bytes to messages.

use super::limits::MAX_BODY;
use super::{DecodeError, FrameError, Message};

/// Reads messages out of a stream of bytes, however it is cut into pieces.
///
/// It stores at most one unfinished body, as much of it as has arrived, and nothing while the
/// stream stands between frames.
#[derive(Clone, Debug)]
pub struct FrameDecoder {
    limit: usize,
    /// The length as far as it has been read.
    length: usize,
    in_body: bool,
    body: Vec<u8>,
    broken: Option<FrameError>,
}

impl Default for FrameDecoder {
    fn default() -> FrameDecoder {
        FrameDecoder::new(MAX_BODY)
    }
}

impl FrameDecoder {
    /// A decoder at the beginning of a stream that takes bodies of at most `limit` bytes.
    pub const fn new(limit: usize) -> FrameDecoder {
        FrameDecoder { limit, length: 0, in_body: false, body: Vec::new(), broken: None }
    }

    /// Takes bodies of at most `limit` bytes from the next frame on.
    pub const fn set_limit(&mut self, limit: usize) {
        self.limit = limit;
    }

    /// The next message, or `None` when `input` is used up. What was read is cut off `input`.
    ///
    /// # Errors
    /// [`DecodeError::Message`] for one frame; call again for the next.
    /// [`DecodeError::Frame`] for the whole stream, this time and every time after it.
    pub fn decode(&mut self, input: &mut &[u8]) -> Result<Option<Message>, DecodeError> {
        if let Some(error) = self.broken {
            *input = &[];
            return Err(error.into());
        }
        if !self.in_body {
            self.read_length(input).inspect_err(|error| self.broken = Some(*error))?;
        }
        if !self.in_body {
            return Ok(None);
        }
        self.read_body(input)
    }

    fn read_length(&mut self, input: &mut &[u8]) -> Result<(), FrameError> {
        while let Some((&byte, rest)) = input.split_first() {
            *input = rest;
            match byte {
                b'\n' if self.length > 0 => {
                    self.in_body = true;
                    return Ok(());
                }
                b'1'..=b'9' => {}
                b'0' if self.length > 0 => {}
                b'\n' | b'0' => return Err(FrameError::NoLength),
                other => return Err(FrameError::NotALength(other)),
            }
            self.length = self.length.saturating_mul(10).saturating_add(usize::from(byte - b'0'));
            if self.length > self.limit {
                return Err(FrameError::TooLong { limit: self.limit });
            }
        }
        Ok(())
    }

    fn read_body(&mut self, input: &mut &[u8]) -> Result<Option<Message>, DecodeError> {
        let missing = self.length - self.body.len();
        let Some((last, rest)) = input.split_at_checked(missing) else {
            self.body.extend_from_slice(input);
            *input = &[];
            return Ok(None);
        };
        *input = rest;
        self.in_body = false;
        self.length = 0;
        if self.body.is_empty() {
            return Message::read_body(last).map(Some);
        }
        let mut body = std::mem::take(&mut self.body);
        body.extend_from_slice(last);
        Message::read_body(&body).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::super::MessageError;
    use super::*;

    fn decode(mut input: &[u8]) -> Result<Option<Message>, DecodeError> {
        FrameDecoder::default().decode(&mut input)
    }

    #[test]
    fn frames_follow_each_other() {
        let mut input: &[u8] = b"6\nLOGOUT15\nINVITE|user=bob6";
        let mut decoder = FrameDecoder::default();
        assert_eq!(decoder.decode(&mut input), Ok(Some(Message::Logout)));
        let invite = Message::Invite { user: "bob".into() };
        assert_eq!(decoder.decode(&mut input), Ok(Some(invite)));
        assert_eq!(decoder.decode(&mut input), Ok(None));
        assert!(input.is_empty());
        assert_eq!(decoder.decode(&mut &b"\nLOGOUT"[..]), Ok(Some(Message::Logout)));
    }

    #[test]
    fn a_length_is_decimal_without_sign_space_or_leading_zero() {
        for bad in ["+6\n", " 6\n", "6 \n", "6\r\n", "-1\n", "6x\n", "LOGOUT"] {
            let error = decode(bad.as_bytes()).expect_err("not a length");
            assert!(matches!(error, DecodeError::Frame(FrameError::NotALength(_))), "{bad}");
        }
        for bad in ["\n", "0\n", "06\nLOGOUT"] {
            assert_eq!(decode(bad.as_bytes()), Err(FrameError::NoLength.into()), "{bad}");
        }
    }

    #[test]
    fn a_huge_length_is_refused_at_once_and_for_good() {
        let mut decoder = FrameDecoder::default();
        let too_long = Err(FrameError::TooLong { limit: MAX_BODY }.into());
        assert_eq!(decoder.decode(&mut &b"99999999999999999999999"[..]), too_long);
        assert_eq!(decoder.decode(&mut &b"6\nLOGOUT"[..]), too_long);
        assert_eq!(decoder.body.capacity(), 0);
    }

    #[test]
    fn only_what_has_arrived_is_stored() {
        let mut decoder = FrameDecoder::default();
        let input = format!("{MAX_BODY}\nINV");
        assert_eq!(decoder.decode(&mut input.as_bytes()), Ok(None));
        assert!(decoder.body.capacity() < 64);
    }

    #[test]
    fn a_broken_body_does_not_break_the_stream() {
        let mut input: &[u8] = b"5\nHOWDY6\nLOGOUT";
        let mut decoder = FrameDecoder::default();
        let error = MessageError::UnknownType("HOWDY".into());
        let expected = DecodeError::Message { request: None, error };
        assert_eq!(decoder.decode(&mut input), Err(expected));
        assert_eq!(decoder.decode(&mut input), Ok(Some(Message::Logout)));
    }

    #[test]
    fn a_lower_limit_holds_from_the_next_frame() {
        let mut decoder = FrameDecoder::new(6);
        assert_eq!(decoder.decode(&mut &b"6\nLOG"[..]), Ok(None));
        decoder.set_limit(5);
        assert_eq!(decoder.decode(&mut &b"OUT"[..]), Ok(Some(Message::Logout)));
        let too_long = Err(FrameError::TooLong { limit: 5 }.into());
        assert_eq!(decoder.decode(&mut &b"6\nLOGOUT"[..]), too_long);
    }
}
