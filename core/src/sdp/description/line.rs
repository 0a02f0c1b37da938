//! Where a line is.

/// A line of a description: where in the text its type, its name and its value are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sdp) struct Line {
    /// Where its type letter is.
    start: u32,
    /// Where it ends, line end left out.
    end: u32,
    /// Where the name of an attribute ends: at its colon, or with the line.
    name_end: u32,
}

impl Line {
    /// The line that stands from `start` to `end` of `text`, which has a type letter and `=`.
    pub(in crate::sdp) fn locate(text: &str, start: usize, end: usize) -> Line {
        let line = text.get(start..end).unwrap_or_default();
        let name_end = line.find(':').map_or(end, |colon| start + colon);
        // Descriptions are bounded far below 4 GB.
        Line { start: start as u32, end: end as u32, name_end: name_end as u32 }
    }

    /// The type letter.
    pub(in crate::sdp) fn kind(self, text: &str) -> u8 {
        text.as_bytes().get(self.start as usize).copied().unwrap_or_default()
    }

    /// What follows the equals sign.
    pub(in crate::sdp) fn value(self, text: &str) -> &str {
        text.get(self.start as usize + 2..self.end as usize).unwrap_or_default()
    }

    /// The name of an attribute.
    pub(in crate::sdp) fn name(self, text: &str) -> &str {
        text.get(self.start as usize + 2..self.name_end as usize).unwrap_or_default()
    }

    /// What follows the colon of an attribute, if it has one.
    pub(in crate::sdp) fn attribute_value(self, text: &str) -> Option<&str> {
        text.get(self.name_end as usize + 1..self.end as usize)
    }
}
