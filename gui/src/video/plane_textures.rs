//! A picture's planes on the graphics card.

use roomrtc_media::picture::{Picture, PictureSize};
use three_d::core::{Context, Interpolation, Texture2D, Wrapping};

/// The three planes of a picture as textures of a byte a sample, interpolated.
pub(super) struct PlaneTextures {
    size: PictureSize,
    /// Luma.
    pub(super) luma: Texture2D,
    /// The blue difference, of half the width and height.
    pub(super) blue: Texture2D,
    /// The red difference, of half the width and height.
    pub(super) red: Texture2D,
}

impl PlaneTextures {
    /// Textures for pictures of this size.
    pub(super) fn new(context: &Context, size: PictureSize) -> Self {
        let plane = |scale: usize| {
            let side = |samples: usize| u32::try_from(samples / scale).unwrap_or(u32::MAX);
            Texture2D::new_empty::<u8>(
                context,
                side(size.width()),
                side(size.height()),
                Interpolation::Linear,
                Interpolation::Linear,
                None,
                Wrapping::ClampToEdge,
                Wrapping::ClampToEdge,
            )
        };
        Self { size, luma: plane(1), blue: plane(2), red: plane(2) }
    }

    /// The size of the pictures that it takes.
    pub(super) fn size(&self) -> PictureSize {
        self.size
    }

    /// Uploads a picture of that size.
    pub(super) fn upload(&self, picture: &Picture) {
        let (luma, blue, red) = picture.planes();
        self.luma.fill(luma);
        self.blue.fill(blue);
        self.red.fill(red);
    }
}
