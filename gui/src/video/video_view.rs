//! A place where a video is seen.

use std::fmt;
use std::sync::Arc;

use eframe::egui::TextureHandle;
use roomrtc_media::picture::{Picture, PicturePool, PictureSize};

use super::{PlaneShader, Surface};

/// A place where the newest picture of a feed is seen.
#[derive(Default)]
pub struct VideoView {
    pub(super) shown: Option<Arc<Picture>>,
    pub(super) surface: Option<Arc<Surface>>,
    pub(super) texture: Option<TextureHandle>,
    /// The converted picture, kept for its memory.
    pub(super) colours: Vec<u8>,
    /// By what the picture that was last drawn was made smaller; `None` if there is a newer one.
    pub(super) uploaded_step: Option<usize>,
    pub(super) pool: PicturePool,
}

impl VideoView {
    /// A place without a picture. Without a shader, pictures are converted on the processor.
    pub fn new(shader: Option<Arc<PlaneShader>>) -> Self {
        let surface = shader.map(|shader| Arc::new(Surface::new(shader)));
        Self { surface, ..Self::default() }
    }

    /// Takes the newest picture, or nothing once there is none. Whether that is another one than before.
    pub fn set(&mut self, picture: Option<Arc<Picture>>) -> bool {
        let is_same = match (&self.shown, &picture) {
            (Some(shown), Some(picture)) => Arc::ptr_eq(shown, picture),
            (None, None) => true,
            _ => false,
        };
        if is_same {
            return false;
        }
        self.uploaded_step = None;
        self.shown = picture;
        true
    }

    /// The size of the picture that is seen, in samples.
    pub fn size(&self) -> Option<PictureSize> {
        self.shown.as_deref().map(Picture::size)
    }
}

impl fmt::Debug for VideoView {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (size, by_shader) = (self.size(), self.surface.is_some());
        formatter
            .debug_struct("VideoView")
            .field("size", &size)
            .field("by_shader", &by_shader)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_picture_is_news() {
        let size = PictureSize::new(64, 48).expect("valid");
        let picture = || Arc::new(Picture::new(size));
        let (first, second) = (picture(), picture());
        let mut view = VideoView::new(None);
        assert!(!view.set(None));
        assert!(view.set(Some(Arc::clone(&first))));
        assert!(!view.set(Some(first)));
        assert!(view.set(Some(second)));
        assert_eq!(view.size(), Some(size));
        assert!(view.set(None));
        assert_eq!(view.size(), None);
    }
}
