//! What kind of moment it is.

/// What kind of moment it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentKind {
    /// A session told something.
    Engine,
    /// A message of signalling was sent or received.
    Signalling,
    /// Something scripted, or something that the run says of itself.
    Happening,
    /// A key frame was asked for by the application.
    KeyFrameRequest,
    /// A picture that stood still moves again.
    Freeze,
}
