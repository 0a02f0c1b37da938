//! Descriptions and candidates as lines.

use roomrtc_core::session::{CandidateInit, DescriptionKind};
use serde_json::{Map, Value, json};

use super::LineError;

/// One line, in either direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeerLine {
    /// A session description.
    Description {
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// A candidate; end-of-candidates has an empty attribute.
    Candidate(CandidateInit),
}

impl PeerLine {
    /// Reads a line. Members that are not known are passed over.
    ///
    /// # Errors
    /// [`LineError`] says what is wrong with it.
    pub fn read(line: &str) -> Result<PeerLine, LineError> {
        let members: Map<String, Value> =
            serde_json::from_str(line).map_err(|error| LineError::NotJson(error.to_string()))?;
        if members.contains_key("candidate") {
            return read_candidate(&members).map(PeerLine::Candidate);
        }
        let (Some(kind), Some(sdp)) = (members.get("type"), members.get("sdp")) else {
            return Err(LineError::Neither);
        };
        let kind = match kind.as_str().ok_or(LineError::Member("type"))? {
            "offer" => DescriptionKind::Offer,
            "answer" => DescriptionKind::Answer,
            other => return Err(LineError::Type(other.chars().take(40).collect())),
        };
        let sdp = sdp.as_str().ok_or(LineError::Member("sdp"))?.to_owned();
        Ok(PeerLine::Description { kind, sdp })
    }

    /// The line, without its end.
    pub fn write(&self) -> String {
        match self {
            PeerLine::Description { kind, sdp } => {
                let kind = match kind {
                    DescriptionKind::Offer => "offer",
                    DescriptionKind::Answer => "answer",
                };
                json!({ "type": kind, "sdp": sdp }).to_string()
            }
            PeerLine::Candidate(candidate) => write_candidate(candidate),
        }
    }
}

/// Browsers write `null` for what is not there, and some for the end of candidates.
fn read_candidate(members: &Map<String, Value>) -> Result<CandidateInit, LineError> {
    let text = |name: &'static str| match members.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(LineError::Member(name)),
    };
    let index = match members.get("sdpMLineIndex") {
        None | Some(Value::Null) => None,
        Some(value) => {
            let number = value.as_u64().and_then(|number| u16::try_from(number).ok());
            Some(number.ok_or(LineError::Member("sdpMLineIndex"))?)
        }
    };
    Ok(CandidateInit {
        candidate: text("candidate")?.unwrap_or_default(),
        sdp_mid: text("sdpMid")?,
        sdp_mline_index: index,
        username_fragment: text("usernameFragment")?,
    })
}

fn write_candidate(candidate: &CandidateInit) -> String {
    let mut members = json!({
        "candidate": candidate.candidate,
        "sdpMid": candidate.sdp_mid,
        "sdpMLineIndex": candidate.sdp_mline_index,
    });
    if let Some(fragment) = &candidate.username_fragment {
        members["usernameFragment"] = json!(fragment);
    }
    members.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let candidate = CandidateInit {
            candidate: "candidate:1 1 udp 2130706431 192.0.2.1 4000 typ host".into(),
            sdp_mid: Some("0".into()),
            sdp_mline_index: Some(0),
            username_fragment: Some("a+/b".into()),
        };
        let sdp = "v=0\r\ns=\"quoted\" \u{e9}\r\n".to_owned();
        for line in [
            PeerLine::Candidate(candidate),
            PeerLine::Candidate(CandidateInit::default()),
            PeerLine::Description { kind: DescriptionKind::Answer, sdp },
        ] {
            let text = line.write();
            assert!(!text.contains('\n'));
            assert_eq!(PeerLine::read(&text), Ok(line));
        }
    }

    #[test]
    fn the_browsers_odder_forms_are_read() {
        let end = PeerLine::Candidate(CandidateInit::default());
        assert_eq!(PeerLine::read(r#"{"candidate":null}"#), Ok(end));
        let more = r#" {"sdp":"v=0","type":"offer","toJSON":{}} "#;
        let sdp = "v=0".to_owned();
        let offer = PeerLine::Description { kind: DescriptionKind::Offer, sdp };
        assert_eq!(PeerLine::read(more), Ok(offer));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let error = |line: &str| PeerLine::read(line).expect_err("no line").to_string();
        assert!(error("{").starts_with("it is not a JSON object: "));
        assert!(error("[1]").starts_with("it is not a JSON object: "));
        assert_eq!(error(r#"{"type":"offer"}"#), LineError::Neither.to_string());
        assert!(error(r#"{"type":"pranswer","sdp":""}"#).contains("\"pranswer\""));
        assert_eq!(error(r#"{"type":1,"sdp":""}"#), "its `type` is of the wrong kind");
        assert_eq!(error(r#"{"type":"offer","sdp":{}}"#), "its `sdp` is of the wrong kind");
        let index = r#"{"candidate":"","sdpMLineIndex":65536}"#;
        assert_eq!(error(index), "its `sdpMLineIndex` is of the wrong kind");
    }
}
