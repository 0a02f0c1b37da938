//! How bad an alert is.

/// The level of an [`super::Alert`], RFC 5246 section 7.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlertLevel {
    /// The association goes on.
    Warning,
    /// The association is over.
    Fatal,
}

impl AlertLevel {
    /// The code point.
    pub const fn code(self) -> u8 {
        match self {
            AlertLevel::Warning => 1,
            AlertLevel::Fatal => 2,
        }
    }

    /// The level of a code point.
    pub const fn from_code(code: u8) -> Option<AlertLevel> {
        match code {
            1 => Some(AlertLevel::Warning),
            2 => Some(AlertLevel::Fatal),
            _ => None,
        }
    }
}
