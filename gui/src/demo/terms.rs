//! What is demanded of a demo.

/// By what a call is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Whether what was sent is known picture by picture, so that pictures are compared with it.
    pub is_compared: bool,
    /// Whether the network was made bad on purpose: then frames may be lost, but pictures must
    /// keep coming.
    pub is_impaired: bool,
}
