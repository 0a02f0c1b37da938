//! Video that cannot be decoded.

use roomrtc_media::decoder::DecodeError;

/// Tells a stream that cannot be decoded from one that has lost a frame.
#[derive(Clone, Debug, Default)]
pub(super) struct DecodeFaults {
    /// Key frames that failed since the last picture.
    failed: u32,
    is_told: bool,
}

impl DecodeFaults {
    /// A key frame may fail for want of what was lost; so many in a row fail for what they are.
    const MOST_FAILURES: u32 = 3;

    /// A picture was decoded.
    pub(super) fn note_picture(&mut self) {
        *self = DecodeFaults::default();
    }

    /// Decoding cannot go on without a key frame: the sentence to be told, once until there is a
    /// picture again.
    pub(super) fn note_error(&mut self, error: &DecodeError) -> Option<String> {
        if matches!(error, DecodeError::NoKeyFrame | DecodeError::Overloaded) {
            return None;
        }
        self.failed += 1;
        if self.failed < DecodeFaults::MOST_FAILURES || std::mem::replace(&mut self.is_told, true) {
            return None;
        }
        Some(format!("the video received cannot be decoded: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROKEN: DecodeError = DecodeError::Decode { code: 4 };

    #[test]
    fn a_stream_that_never_works_is_told_once() {
        let mut faults = DecodeFaults::default();
        let told: Vec<String> = (0..100).filter_map(|_| faults.note_error(&BROKEN)).collect();
        let expected = "the video received cannot be decoded: the H.264 decoder failed: the bit \
                        stream is broken (code 4)";
        assert_eq!(told, [expected]);
        faults.note_picture();
        assert_eq!((0..100).filter_map(|_| faults.note_error(&BROKEN)).count(), 1);
    }

    #[test]
    fn losses_are_no_fault_of_the_stream() {
        let mut faults = DecodeFaults::default();
        for _ in 0..10 {
            assert_eq!(faults.note_error(&BROKEN), None);
            assert_eq!(faults.note_error(&DecodeError::NoKeyFrame), None);
            assert_eq!(faults.note_error(&DecodeError::Overloaded), None);
            faults.note_picture();
        }
    }
}
