//! One colour.

/// A colour in limited-range BT.601: luma 16 to 235, chroma 16 to 240 around 128.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Luma.
    pub y: u8,
    /// Blue difference.
    pub u: u8,
    /// Red difference.
    pub v: u8,
}

impl Colour {
    /// Black.
    pub const BLACK: Colour = Colour::grey(16);
    /// White.
    pub const WHITE: Colour = Colour::grey(235);

    /// A grey of this luma.
    pub const fn grey(y: u8) -> Self {
        Self { y, u: 128, v: 128 }
    }
}
