//! Why a text is no recording of a link.

/// Why a text is no recording of opportunities to deliver.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpportunitiesError {
    /// A line is no number.
    #[error("line {line}: `{text}` is not a whole number of milliseconds")]
    NoNumber {
        /// Which line; the first is 1.
        line: usize,
        /// What it says.
        text: String,
    },
    /// A line is before the one above it.
    #[error("line {line}: {millis} ms is before the line above it")]
    Backwards {
        /// Which line; the first is 1.
        line: usize,
        /// What it says.
        millis: u32,
    },
    /// Nothing would ever be delivered.
    #[error("there is no opportunity after 0 ms")]
    Empty,
    /// There are more than are kept.
    #[error("there are more than {} opportunities", super::Opportunities::MOST)]
    TooMany,
}
