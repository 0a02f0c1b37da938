//! The members of a candidate.

use roomrtc_core::session::CandidateInit;
use serde_json::{Map, Value};

use super::{LineError, PeerLine};

/// What some write in place of an empty candidate.
const END: &str = "end-of-candidates";

/// Reads a candidate; several lines of text are several candidates. Browsers write `null` for what
/// is not there, and some for the end of candidates.
pub(super) fn read_candidate(members: &Map<String, Value>) -> Vec<Result<PeerLine, LineError>> {
    let texts = match members.get("candidate") {
        None | Some(Value::Null) => "",
        Some(Value::String(text)) => text.trim(),
        Some(_) => return vec![Err(LineError::Member("candidate"))],
    };
    match read_place(members) {
        Ok(place) => split(&place, texts).map(Ok).collect(),
        Err(error) => vec![Err(error)],
    }
}

/// The candidates in a text, one a line, all of this place.
pub(super) fn split(place: &CandidateInit, texts: &str) -> impl Iterator<Item = PeerLine> {
    let texts = if texts.is_empty() { vec![""] } else { texts.lines().collect() };
    texts.into_iter().map(|text| {
        PeerLine::Candidate(CandidateInit { candidate: attribute(text), ..place.clone() })
    })
}

/// The attribute in its one form: `candidate:…`, or nothing for the end of candidates.
fn attribute(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix("a=").unwrap_or(text);
    match text {
        "" | END => String::new(),
        _ if text.starts_with("candidate:") => text.to_owned(),
        _ => format!("candidate:{text}"),
    }
}

/// Everything but the attribute. `id` and `label` are older names that some still write.
fn read_place(members: &Map<String, Value>) -> Result<CandidateInit, LineError> {
    Ok(CandidateInit {
        candidate: String::new(),
        sdp_mid: read_text(members, "sdpMid", "id")?,
        sdp_mline_index: read_index(members)?,
        username_fragment: read_text(members, "usernameFragment", "ufrag")?,
    })
}

fn member<'a>(members: &'a Map<String, Value>, name: &str, older: &str) -> Option<&'a Value> {
    let known = members.get(name).or_else(|| members.get(older));
    known.filter(|value| !value.is_null())
}

fn read_text(
    members: &Map<String, Value>,
    name: &'static str,
    older: &str,
) -> Result<Option<String>, LineError> {
    match member(members, name, older) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        Some(_) => Err(LineError::Member(name)),
    }
}

fn read_index(members: &Map<String, Value>) -> Result<Option<u16>, LineError> {
    let number = match member(members, "sdpMLineIndex", "label") {
        None => return Ok(None),
        Some(Value::String(text)) => text.trim().parse().ok(),
        Some(value) => value.as_u64().and_then(|number| u16::try_from(number).ok()),
    };
    number.map(Some).ok_or(LineError::Member("sdpMLineIndex"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: Value) -> Vec<Result<PeerLine, LineError>> {
        read_candidate(value.as_object().expect("an object"))
    }

    fn attributes(value: Value) -> Vec<String> {
        let said = read(value).into_iter().map(|line| match line {
            Ok(PeerLine::Candidate(candidate)) => candidate.candidate,
            other => panic!("{other:?}"),
        });
        said.collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let candidate = CandidateInit {
            candidate: "candidate:1 1 udp 2130706431 192.0.2.1 4000 typ host".into(),
            sdp_mid: Some("0".into()),
            sdp_mline_index: Some(0),
            username_fragment: Some("a+/b".into()),
        };
        for candidate in [candidate, CandidateInit::default()] {
            let line = PeerLine::write_candidate(&candidate);
            assert!(!line.contains('\n'));
            let value = serde_json::from_str(&line).expect("JSON");
            assert_eq!(read(value), [Ok(PeerLine::Candidate(candidate))]);
        }
    }

    #[test]
    fn the_attribute_has_its_prefix_or_not() {
        for text in ["candidate:1 1", "a=candidate:1 1", "1 1", " a=candidate:1 1 \r\n"] {
            assert_eq!(attributes(json!({"candidate": text})), ["candidate:1 1"]);
        }
        let two = "a=candidate:1\r\na=candidate:2\r\na=end-of-candidates";
        assert_eq!(attributes(json!({"candidate": two})), ["candidate:1", "candidate:2", ""]);
    }

    #[test]
    fn older_names_and_other_kinds_are_read() {
        let value = json!({"candidate": "", "id": 1, "label": "2", "ufrag": "abcd"});
        let expected = CandidateInit {
            candidate: String::new(),
            sdp_mid: Some("1".into()),
            sdp_mline_index: Some(2),
            username_fragment: Some("abcd".into()),
        };
        assert_eq!(read(value), [Ok(PeerLine::Candidate(expected))]);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (value, name) in [
            (json!({"candidate": 7}), "candidate"),
            (json!({"candidate": "", "sdpMid": {}}), "sdpMid"),
            (json!({"candidate": "", "sdpMLineIndex": 65_536}), "sdpMLineIndex"),
            (json!({"candidate": "", "sdpMLineIndex": -1}), "sdpMLineIndex"),
            (json!({"candidate": "", "usernameFragment": true}), "usernameFragment"),
        ] {
            assert_eq!(read(value), [Err(LineError::Member(name))]);
        }
    }
}
