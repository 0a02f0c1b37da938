//! A candidate as applications exchange it.

/// The browser's `RTCIceCandidateInit`, W3C WebRTC section 4.8.1.1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CandidateInit {
    /// The candidate attribute without `a=`: `candidate:…`; empty for end-of-candidates.
    pub candidate: String,
    /// The identification tag of its media section.
    pub sdp_mid: Option<String>,
    /// The index of its media section.
    pub sdp_mline_index: Option<u16>,
    /// The user fragment of the ICE generation it belongs to.
    pub username_fragment: Option<String>,
}
