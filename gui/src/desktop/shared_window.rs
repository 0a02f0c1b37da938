//! A window that can be shared.

/// A window of another program, whose picture can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedWindow {
    /// The number that the display server knows it by.
    pub id: u32,
    /// Its title.
    pub title: String,
}
