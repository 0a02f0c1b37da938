//! What lines say.

use roomrtc_core::session::{CandidateInit, DescriptionKind};
use serde_json::json;

use super::PeerCommand;

/// What one value on a line says. Descriptions and candidates go both ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeerLine {
    /// A session description.
    Description {
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// The other side has taken its offer back, or wants this side to.
    Rollback,
    /// A candidate; end-of-candidates has an empty attribute.
    Candidate(CandidateInit),
    /// Something that this side is to do.
    Command(PeerCommand),
}

impl PeerLine {
    /// A description as a line, without its end.
    pub fn write_description(kind: DescriptionKind, sdp: &str) -> String {
        let kind = match kind {
            DescriptionKind::Offer => "offer",
            DescriptionKind::Answer => "answer",
        };
        json!({ "type": kind, "sdp": sdp }).to_string()
    }

    /// A candidate as a line, without its end.
    pub fn write_candidate(candidate: &CandidateInit) -> String {
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
}
