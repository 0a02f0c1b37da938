//! How far offer and answer are.

/// What a client knows of offer and answer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Offers {
    /// Whether an offer of its own waits for the answer.
    pub(super) is_outstanding: bool,
    /// Whether it is to offer as soon as none is outstanding.
    pub(super) is_wanted: bool,
}
