//! A Y4M file that cannot be used.

/// What is wrong with a Y4M file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Y4mError {
    /// It does not begin as such a file does.
    #[error("it does not begin with a YUV4MPEG2 header line")]
    NoHeader,
    /// The header has no usable size.
    #[error("its header has no usable width and height: `{header}`")]
    Size {
        /// The header, or its beginning.
        header: String,
    },
    /// The samples are not 8-bit 4:2:0.
    #[error(
        "its colour space {name} is not supported, only 8-bit 4:2:0 is (C420 and its variants)"
    )]
    ColourSpace {
        /// The name in the header.
        name: String,
    },
    /// Something else is where a frame should begin.
    #[error("frame {index} does not begin with FRAME")]
    NoFrame {
        /// The frame, from zero.
        index: u32,
    },
    /// It ends before its first frame does.
    #[error("it has no whole frame")]
    Empty,
    /// The system could not read it.
    #[error("{reason}")]
    Read {
        /// What the system said.
        reason: String,
    },
}

impl From<std::io::Error> for Y4mError {
    fn from(error: std::io::Error) -> Self {
        Self::Read { reason: error.to_string() }
    }
}
