//! Why a description cannot be read.

use super::SessionDescription;

/// Why a session description cannot be read. Lines are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// The text is over [`SessionDescription::MAXIMUM_LENGTH`] bytes.
    #[error("it is longer than {} bytes", SessionDescription::MAXIMUM_LENGTH)]
    TooLong,
    /// There are more lines than [`SessionDescription::MAXIMUM_LINES`].
    #[error("it has more than {} lines", SessionDescription::MAXIMUM_LINES)]
    TooManyLines,
    /// There are more media sections than [`SessionDescription::MAXIMUM_SECTIONS`].
    #[error("it has more than {} media sections", SessionDescription::MAXIMUM_SECTIONS)]
    TooManySections,
    /// A description begins with `v=0`, `o=` and `s=`, in this order; one is missing.
    #[error("line {line}: expected \"{expected}\"")]
    Expected {
        /// The line.
        line: usize,
        /// What should stand there.
        expected: &'static str,
    },
    /// A line is not a letter, an equals sign and a value.
    #[error("line {line}: expected a letter and \"=\"")]
    NotALine {
        /// The line.
        line: usize,
    },
    /// A line has a carriage return or a NUL inside.
    #[error("line {line}: a carriage return or NUL inside the line")]
    ControlCharacter {
        /// The line.
        line: usize,
    },
    /// The `o=` line does not have six fields, or its numbers are not numbers.
    #[error("line {line}: the o= line is malformed")]
    Origin {
        /// The line.
        line: usize,
    },
    /// An `m=` line lacks a field, or its port is not one.
    #[error("line {line}: the m= line is malformed")]
    Media {
        /// The line.
        line: usize,
    },
}
