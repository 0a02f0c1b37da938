//! From lines to what they say.

use serde_json::{Deserializer, Value};

use super::{LineError, PeerLine, object_reading};

/// Reads lines of JSON, as scripts of many kinds write them.
///
/// A line holds one value, or several one after the other; a list counts as what is in it. A value
/// may go on over several lines, as `JSON.stringify` indents it.
#[derive(Clone, Debug, Default)]
pub struct LineReader {
    /// The beginning of a value that goes on.
    begun: String,
}

impl LineReader {
    /// The longest value: a description of many kilobytes is far from it.
    pub const LONGEST_VALUE: usize = 256 * 1024;

    /// So many values are read of a line: all candidates of a machine with many interfaces.
    pub const MOST_VALUES: usize = 256;

    /// Reads a line: what each value on it says, or why that cannot be read.
    pub fn read(&mut self, line: &str) -> Vec<Result<PeerLine, LineError>> {
        let line = line.trim_start_matches('\u{feff}').trim();
        let mut said = Vec::new();
        if line.is_empty() {
            return said;
        }
        if self.begun.is_empty() || !self.continue_with(line, &mut said) {
            self.begin_with(line, &mut said);
        }
        if said.len() > LineReader::MOST_VALUES {
            said.truncate(LineReader::MOST_VALUES);
            said.push(Err(LineError::TooMany(LineReader::MOST_VALUES)));
        }
        said
    }

    /// Whether a value has begun whose end has not come: why it cannot be read, if it never does.
    pub fn finish(&mut self) -> Option<LineError> {
        let begun = std::mem::take(&mut self.begun);
        let mut values = Deserializer::from_str(&begun).into_iter::<Value>();
        values.find_map(Result::err).map(|error| LineError::NotJson(error.to_string()))
    }

    /// Puts a line behind what has begun. False where it is no part of that, and has to be read for
    /// itself.
    fn continue_with(&mut self, line: &str, said: &mut Vec<Result<PeerLine, LineError>>) -> bool {
        if self.begun.len() + line.len() >= LineReader::LONGEST_VALUE {
            self.begun.clear();
            said.push(Err(LineError::TooLong(LineReader::LONGEST_VALUE)));
            return false;
        }
        let whole = format!("{}\n{line}", self.begun);
        let first = Deserializer::from_str(&whole).into_iter::<Value>().next();
        if let Some(Err(error)) = first
            && !error.is_eof()
        {
            said.extend(self.finish().map(Err));
            return false;
        }
        self.begun.clear();
        self.begin_with(&whole, said);
        true
    }

    fn begin_with(&mut self, text: &str, said: &mut Vec<Result<PeerLine, LineError>>) {
        let mut values = Deserializer::from_str(text).into_iter::<Value>();
        let mut end = 0;
        while let Some(value) = values.next() {
            match value {
                Ok(value) => object_reading::read_value(&value, 0, said),
                Err(error)
                    if error.is_eof() && text[end..].trim_start().starts_with(['{', '[']) =>
                {
                    text[end..].trim_start().clone_into(&mut self.begun);
                }
                Err(error) => said.push(Err(LineError::NotJson(error.to_string()))),
            }
            end = values.byte_offset();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peer::PeerCommand;
    use roomrtc_core::session::{CandidateInit, DescriptionKind};

    fn read(line: &str) -> Vec<Result<PeerLine, LineError>> {
        let mut reader = LineReader::default();
        let said = reader.read(line);
        assert_eq!(reader.finish(), None, "{line}");
        said
    }

    fn candidate(text: &str) -> Result<PeerLine, LineError> {
        Ok(PeerLine::Candidate(CandidateInit { candidate: text.into(), ..Default::default() }))
    }

    fn offer(sdp: &str) -> Result<PeerLine, LineError> {
        Ok(PeerLine::Description { kind: DescriptionKind::Offer, sdp: format!("{sdp}\r\n") })
    }

    const STATISTICS: Result<PeerLine, LineError> = Ok(PeerLine::Command(PeerCommand::Statistics));

    #[test]
    fn a_list_counts_as_what_is_in_it() {
        let line = r#"[{"type":"offer","sdp":"v=0"},[{"candidate":"candidate:1"},null],{"command":"statistics"}]"#;
        let expected = [offer("v=0"), candidate("candidate:1"), candidate(""), STATISTICS];
        assert_eq!(read(line), expected);
        assert_eq!(read("[]"), []);
    }

    #[test]
    fn values_may_follow_each_other_on_a_line() {
        let line = r#"{"candidate":"candidate:1"}{"candidate":""} {"command":"statistics"}"#;
        assert_eq!(read(line), [candidate("candidate:1"), candidate(""), STATISTICS]);
    }

    #[test]
    fn marks_and_blanks_around_a_line_say_nothing() {
        assert_eq!(read("\u{feff}\u{feff} {\"command\":\"statistics\"} \r"), [STATISTICS]);
        for line in ["", "  ", "\r", "\u{feff}", "\t\r"] {
            assert_eq!(read(line), []);
        }
    }

    #[test]
    fn a_value_may_go_on_over_lines() {
        let mut reader = LineReader::default();
        for line in ["{", "  \"type\": \"offer\",", "", "  \"sdp\": \"v=0\""] {
            assert_eq!(reader.read(line), []);
        }
        assert_eq!(reader.read("} {"), [offer("v=0")]);
        assert_eq!(reader.read("\"command\":\"statistics\"}"), [STATISTICS]);
        assert_eq!(reader.finish(), None);
    }

    #[test]
    fn what_does_not_go_on_is_told_and_the_next_line_read() {
        let mut reader = LineReader::default();
        assert_eq!(reader.read("{"), []);
        let said = reader.read(r#"{"command":"statistics"}"#);
        assert!(matches!(said[0], Err(LineError::NotJson(_))), "{said:?}");
        assert_eq!(said[1..], [STATISTICS]);
        reader.read("[1,");
        assert!(matches!(reader.finish(), Some(LineError::NotJson(_))));
        assert_eq!(reader.finish(), None);
    }

    #[test]
    fn an_endless_value_ends() {
        let mut reader = LineReader::default();
        let line = format!("[\"{}\",", "x".repeat(100_000));
        let mut said = Vec::new();
        for _ in 0..4 {
            said.extend(reader.read(&line));
        }
        assert_eq!(said, [Err(LineError::TooLong(LineReader::LONGEST_VALUE))]);
        assert!(reader.begun.len() < LineReader::LONGEST_VALUE);
    }

    #[test]
    fn a_line_holds_so_many_values_and_no_more() {
        let said = read(&"{\"command\":\"statistics\"}".repeat(300));
        assert_eq!(said.len(), LineReader::MOST_VALUES + 1);
        assert_eq!(said.last(), Some(&Err(LineError::TooMany(LineReader::MOST_VALUES))));
    }

    #[test]
    fn what_is_no_json_says_why() {
        for line in ["hello", "{'type':'offer'}", "\"a\nb\"", "{\"a\":1}}", "nul", "\u{0}"] {
            let said = read(line);
            let last = said.last().expect("something");
            assert!(matches!(last, Err(LineError::NotJson(_))), "{line}: {said:?}");
        }
        let deep = "[".repeat(5_000);
        assert!(matches!(read(&deep)[..], [Err(LineError::NotJson(_))]));
    }
}
