//! The objects of a line, and what scripts wrap them in.

use roomrtc_core::session::DescriptionKind;
use serde_json::{Map, Value};

use super::candidate_reading::{read_candidate, split};
use super::{LineError, PeerCommand, PeerLine};

/// So often may a value be wrapped in another.
const DEEPEST: u32 = 8;

/// Members that hold what the line is about.
const WRAPPERS: [&str; 8] =
    ["description", "localDescription", "sdp", "offer", "answer", "candidate", "candidates", "ice"];

type Said = Vec<Result<PeerLine, LineError>>;

/// Reads a value, and those in it. Members that are not known are passed over.
pub(super) fn read_value(value: &Value, depth: u32, said: &mut Said) {
    if depth > DEEPEST {
        return said.push(Err(LineError::Depth));
    }
    match value {
        Value::Array(values) => {
            values.iter().for_each(|value| read_value(value, depth + 1, said));
        }
        Value::Object(members) => read_object(members, depth, said),
        // A browser's last candidate, where a script writes the candidate itself.
        Value::Null => said.push(Ok(PeerLine::Candidate(Default::default()))),
        Value::String(text) => read_text(text, depth, said),
        _ => said.push(Err(LineError::NotAnObject)),
    }
}

/// A text is a candidate, or JSON that was written as JSON once more.
fn read_text(text: &str, depth: u32, said: &mut Said) {
    let text = text.trim();
    if text.starts_with("candidate:") || text.starts_with("a=candidate:") {
        return said.extend(split(&Default::default(), text).map(Ok));
    }
    match serde_json::from_str::<Value>(text) {
        Ok(value @ (Value::Object(_) | Value::Array(_))) => read_value(&value, depth + 1, said),
        _ => said.push(Err(LineError::NotAnObject)),
    }
}

fn read_object(members: &Map<String, Value>, depth: u32, said: &mut Said) {
    if depth > DEEPEST {
        return said.push(Err(LineError::Depth));
    }
    if members.contains_key("command") {
        return said.push(PeerCommand::read(members).map(PeerLine::Command));
    }
    let wrapped = WRAPPERS.iter().filter_map(|name| members.get(*name));
    let wrapped: Vec<&Value> =
        wrapped.filter(|value| value.is_object() || value.is_array()).collect();
    if wrapped.is_empty() {
        return read_members(members, said);
    }
    // A description without its candidates stands beside them.
    if members.get("sdp").is_some_and(Value::is_string) {
        read_members(members, said);
    }
    for value in wrapped {
        match value {
            Value::Object(inner) => read_object(&with_outer(inner, members), depth + 1, said),
            other => read_value(other, depth + 1, said),
        }
    }
}

/// What is said beside an object counts for it where it does not say so itself.
fn with_outer(inner: &Map<String, Value>, outer: &Map<String, Value>) -> Map<String, Value> {
    let mut members = inner.clone();
    for name in ["type", "sdpMid", "sdpMLineIndex", "usernameFragment"] {
        let value = outer.get(name).filter(|value| !value.is_object() && !value.is_null());
        if let Some(value) = value.filter(|_| !inner.contains_key(name)) {
            members.insert(name.to_owned(), value.clone());
        }
    }
    members
}

fn read_members(members: &Map<String, Value>, said: &mut Said) {
    let kind = match members.get("type") {
        None | Some(Value::Null) => None,
        Some(Value::String(kind)) => Some(kind.to_ascii_lowercase()),
        Some(_) => return said.push(Err(LineError::Member("type"))),
    };
    for (name, known) in [("offer", DescriptionKind::Offer), ("answer", DescriptionKind::Answer)] {
        if let Some(Value::String(sdp)) = members.get(name) {
            return said.push(Ok(description(known, sdp)));
        }
    }
    match kind.as_deref() {
        Some("offer") => said.push(read_description(members, DescriptionKind::Offer)),
        Some("answer") => said.push(read_description(members, DescriptionKind::Answer)),
        Some("rollback") => said.push(Ok(PeerLine::Rollback)),
        Some("bye") => said.push(Ok(PeerLine::Command(PeerCommand::HangUp))),
        _ if members.contains_key("candidate") => said.extend(read_candidate(members)),
        Some(other) if members.contains_key("sdp") => {
            said.push(Err(LineError::Type(other.chars().take(40).collect())));
        }
        None if members.contains_key("sdp") => said.push(Err(LineError::Missing("type"))),
        _ => said.push(Err(LineError::Neither)),
    }
}

fn read_description(
    members: &Map<String, Value>,
    kind: DescriptionKind,
) -> Result<PeerLine, LineError> {
    let sdp = members.get("sdp").ok_or(LineError::Missing("sdp"))?;
    sdp.as_str().map(|sdp| description(kind, sdp)).ok_or(LineError::Member("sdp"))
}

/// Blanks and empty lines around a description are not part of it.
fn description(kind: DescriptionKind, sdp: &str) -> PeerLine {
    let mut sdp = sdp.trim().to_owned();
    sdp.push_str("\r\n");
    PeerLine::Description { kind, sdp }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_core::session::CandidateInit;
    use serde_json::json;

    fn read(value: Value) -> Said {
        let mut said = Vec::new();
        read_value(&value, 0, &mut said);
        said
    }

    fn offer() -> Result<PeerLine, LineError> {
        Ok(PeerLine::Description { kind: DescriptionKind::Offer, sdp: "v=0\r\n".into() })
    }

    fn candidate(sdp_mid: Option<&str>) -> Result<PeerLine, LineError> {
        let (candidate, sdp_mid) = ("candidate:1".to_owned(), sdp_mid.map(str::to_owned));
        Ok(PeerLine::Candidate(CandidateInit { candidate, sdp_mid, ..Default::default() }))
    }

    #[test]
    fn descriptions_are_found_in_what_scripts_wrap_them_in() {
        let plain = json!({"type": "offer", "sdp": "v=0"});
        for value in [
            json!({"type": "offer", "sdp": "v=0\n\n ", "toJSON": {}, "id": 7}),
            json!({"type": "OFFER", "sdp": "v=0\r\n"}),
            json!({"description": plain, "from": "alice"}),
            json!({"sdp": plain}),
            json!({"type": "offer", "sdp": {"sdp": "v=0"}}),
            json!({"offer": plain}),
            json!({"offer": "v=0"}),
            json!({"description": {"description": plain}}),
            json!({"description": plain, "candidate": null}),
            json!(plain.to_string()),
        ] {
            assert_eq!(read(value.clone()), [offer()], "{value}");
        }
    }

    #[test]
    fn candidates_are_found_in_what_scripts_wrap_them_in() {
        let plain = json!({"candidate": "candidate:1", "sdpMid": "0"});
        for value in [
            plain.clone(),
            json!({"type": "candidate", "candidate": "candidate:1", "sdpMid": "0"}),
            json!({"candidate": plain, "to": "bob"}),
            json!({"type": "candidate", "candidate": plain}),
            json!({"candidate": {"candidate": "candidate:1"}, "sdpMid": "0"}),
            json!({"ice": plain}),
            json!({"candidates": [plain]}),
        ] {
            assert_eq!(read(value.clone()), [candidate(Some("0"))], "{value}");
        }
        assert_eq!(read(json!("candidate:1")), [candidate(None)]);
    }

    #[test]
    fn a_description_may_stand_beside_its_candidates() {
        let both = json!({"type": "offer", "sdp": "v=0", "candidates": ["a=candidate:1", null]});
        let end = Ok(PeerLine::Candidate(CandidateInit::default()));
        assert_eq!(read(both), [offer(), candidate(None), end]);
    }

    #[test]
    fn the_end_of_candidates_has_many_forms() {
        let end = Ok(PeerLine::Candidate(CandidateInit::default()));
        for value in [
            json!(null),
            json!({"candidate": ""}),
            json!({"candidate": null}),
            json!({"type": "candidate", "candidate": null, "sdpMid": null}),
            json!({"candidate": "a=end-of-candidates"}),
        ] {
            assert_eq!(read(value.clone()), std::slice::from_ref(&end), "{value}");
        }
    }

    #[test]
    fn other_words_of_signalling_are_known() {
        assert_eq!(read(json!({"type": "rollback"})), [Ok(PeerLine::Rollback)]);
        assert_eq!(read(json!({"type": "rollback", "sdp": ""})), [Ok(PeerLine::Rollback)]);
        let hang_up = PeerLine::Command(PeerCommand::HangUp);
        assert_eq!(read(json!({"type": "bye"})), [Ok(hang_up)]);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (value, error) in [
            (json!(7), LineError::NotAnObject),
            (json!("hello"), LineError::NotAnObject),
            (json!({}), LineError::Neither),
            (json!({"type": "candidate"}), LineError::Neither),
            (json!({"type": "offer"}), LineError::Missing("sdp")),
            (json!({"sdp": "v=0"}), LineError::Missing("type")),
            (json!({"type": "pranswer", "sdp": ""}), LineError::Type("pranswer".into())),
            (json!({"type": 1, "sdp": ""}), LineError::Member("type")),
            (json!({"type": "offer", "sdp": 5}), LineError::Member("sdp")),
        ] {
            assert_eq!(read(value.clone()), [Err(error)], "{value}");
        }
    }

    #[test]
    fn what_is_wrapped_without_end_ends() {
        let mut value = json!({"type": "offer", "sdp": "v=0"});
        for _ in 0..100 {
            value = json!({"description": value});
        }
        assert_eq!(read(value), [Err(LineError::Depth)]);
    }
}
