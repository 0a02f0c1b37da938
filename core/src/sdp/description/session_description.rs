//! A session description.

use std::fmt;
use std::str::FromStr;

use super::{Line, MediaDescription, Origin, ParseError, parse};
use crate::sdp::Attributes;

/// A session description, RFC 8866: readable, and written back as it was read.
///
/// Parse one with [`str::parse`]; make one with [`super::DescriptionWriter`]. It displays with
/// CRLF line ends, however it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionDescription {
    text: String,
    lines: Vec<Line>,
    /// The places of the `m=` lines among the lines.
    sections: Vec<u32>,
}

impl SessionDescription {
    /// The longest text that is read, in bytes.
    pub const MAXIMUM_LENGTH: usize = 262_144;

    /// The most lines that are read.
    pub const MAXIMUM_LINES: usize = 8_192;

    /// The most media sections that are read.
    pub const MAXIMUM_SECTIONS: usize = 256;

    /// An empty description for `length` bytes of text.
    pub(super) fn with_capacity(length: usize) -> SessionDescription {
        let (text, lines) = (String::with_capacity(length), Vec::with_capacity(length / 24));
        SessionDescription { text, lines, sections: Vec::new() }
    }

    /// Appends a line, which has a type letter, `=` and no line end.
    pub(super) fn push(&mut self, line: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        let line = Line::locate(&self.text, start, self.text.len());
        if line.kind(&self.text) == b'm' {
            self.sections.push(self.lines.len() as u32);
        }
        self.lines.push(line);
        self.text.push_str("\r\n");
    }

    /// The text, with CRLF line ends.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many lines there are.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The `o=` line; `None` only in a description that was written without.
    pub fn origin(&self) -> Option<Origin<'_>> {
        self.session_lines()
            .iter()
            .find(|line| line.kind(&self.text) == b'o')
            .and_then(|line| Origin::parse(line.value(&self.text)))
    }

    /// The attributes of the session level: those before the first `m=` line.
    pub fn attributes(&self) -> Attributes<'_> {
        Attributes::new(&self.text, self.session_lines())
    }

    /// The media sections, in their order.
    pub fn media(&self) -> impl ExactSizeIterator<Item = MediaDescription<'_>> + Clone {
        (0..self.sections.len()).map(|index| self.section(index))
    }

    /// The media section at `index`, if there is one.
    pub fn media_at(&self, index: usize) -> Option<MediaDescription<'_>> {
        (index < self.sections.len()).then(|| self.section(index))
    }

    fn session_lines(&self) -> &[Line] {
        let end = self.sections.first().map_or(self.lines.len(), |&first| first as usize);
        self.lines.get(..end).unwrap_or_default()
    }

    fn section(&self, index: usize) -> MediaDescription<'_> {
        let at = |index: usize| self.sections.get(index).map(|&line| line as usize);
        let start = at(index).unwrap_or(self.lines.len());
        let end = at(index + 1).unwrap_or(self.lines.len());
        let lines = self.lines.get(start..end).unwrap_or_default();
        MediaDescription::new(index, &self.text, lines, self.session_lines())
    }
}

impl FromStr for SessionDescription {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<SessionDescription, ParseError> {
        parse::parse(text)
    }
}

impl fmt::Display for SessionDescription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
