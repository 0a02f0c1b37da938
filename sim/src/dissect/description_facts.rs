//! What the oracles need of a session description.

/// What the oracles need of a session description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DescriptionFacts {
    /// `ice-ufrag`, of the first section that has it.
    pub username_fragment: String,
    /// `ice-pwd`.
    pub password: String,
    /// `setup`: `actpass` in offers, `active` or `passive` in answers.
    pub setup: String,
    /// `ice-pacing`, in milliseconds.
    pub pacing: Option<u64>,
    /// Media sections, rejected ones too.
    pub sections: usize,
    /// The payload types that carry packets again: `rtx`, RFC 4588.
    pub retransmissions: Vec<u8>,
    /// Whether the agent is a lite one.
    pub is_lite: bool,
}
