//! What a client is told to say.

/// What a client says when its script wants it to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// It calls the other party, and is busy for everybody else.
    Call,
    /// It hangs up, and is available again.
    HangUp,
    /// It sends the other party a description of [`super::description`].
    Relay,
}
