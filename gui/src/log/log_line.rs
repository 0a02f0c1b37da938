//! A line of the log.

use std::fmt;

use tracing::Level;

/// A line of the log. It has no line ends in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Its number, from 0 on, without gaps.
    pub number: u64,
    /// When: UTC, RFC 3339.
    pub time: String,
    /// How grave it is.
    pub level: Level,
    /// The part of the program that tells it: the path of a module.
    pub target: String,
    /// What it tells.
    pub text: String,
}

impl LogLine {
    /// The most bytes of a text that are kept.
    pub const MOST_TEXT: usize = 2_048;

    /// The same with its text cut to [`LogLine::MOST_TEXT`], and without line ends or other control
    /// characters.
    pub(super) fn tidy(mut self) -> LogLine {
        if self.text.len() > LogLine::MOST_TEXT {
            self.text.truncate(self.text.floor_char_boundary(LogLine::MOST_TEXT));
            self.text.push('…');
        }
        if self.text.contains(char::is_control) {
            self.text = self.text.replace(char::is_control, " ");
        }
        self
    }
}

impl fmt::Display for LogLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LogLine { time, level, target, text, .. } = self;
        write!(f, "{time} {level:>5} {target}: {text}")
    }
}
