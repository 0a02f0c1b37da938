//! A part of a picture.

/// An upright rectangle in luma samples, from the top left. Parts outside a picture do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rectangle {
    /// Samples left of it.
    pub left: usize,
    /// Rows above it.
    pub top: usize,
    /// Its width in samples.
    pub width: usize,
    /// Its height in rows.
    pub height: usize,
}
