//! A frame that could not be decoded.

/// Why a frame could not be decoded. A key frame is needed to go on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// OpenH264 could not make a decoder.
    #[error("the H.264 decoder could not be made (code {code})")]
    Create {
        /// OpenH264's own code.
        code: i64,
    },
    /// OpenH264 found the frame wrong.
    #[error("the H.264 decoder failed: {} (code {code})", meaning(*code))]
    Decode {
        /// OpenH264's own code: bits that may come together.
        code: i64,
    },
    /// A frame came that refers to frames that are not there.
    #[error("a frame came before the first key frame")]
    NoKeyFrame,
    /// The picture is larger than any that is shown.
    #[error("a picture of {width}x{height} is too large")]
    TooLarge {
        /// Samples in a row.
        width: usize,
        /// Rows.
        height: usize,
    },
    /// Frames came faster than they could be decoded, and were dropped.
    #[error("frames came faster than they could be decoded")]
    Overloaded,
}

/// What the lowest bit of OpenH264's `DECODING_STATE` means.
fn meaning(code: i64) -> &'static str {
    const MEANINGS: [(i64, &str); 8] = [
        (2, "a reference picture is lost"),
        (4, "the bit stream is broken"),
        (8, "a layer that this depends on is lost"),
        (16, "there are no parameter sets"),
        (32, "damage was concealed"),
        (64, "a reference list is empty"),
        (4_096, "the input is invalid"),
        (16_384, "out of memory"),
    ];
    let known = MEANINGS.iter().find(|(bit, _)| code & bit != 0);
    known.map_or("unknown cause", |(_, meaning)| meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_a_meaning() {
        let sentence = |code| DecodeError::Decode { code }.to_string();
        assert_eq!(sentence(16), "the H.264 decoder failed: there are no parameter sets (code 16)");
        assert_eq!(sentence(34), "the H.264 decoder failed: a reference picture is lost (code 34)");
        assert_eq!(
            sentence(1 << 40),
            "the H.264 decoder failed: unknown cause (code 1099511627776)"
        );
    }
}
