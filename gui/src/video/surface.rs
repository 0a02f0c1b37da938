//! What a paint callback draws.

use std::sync::{Arc, PoisonError, RwLock, RwLockWriteGuard};

use eframe::egui::PaintCallbackInfo;
use roomrtc_media::picture::Picture;
use three_d::core::Viewport;

use super::{PlaneShader, PlaneTextures};

/// A view's picture and its textures, which live as long as the view. Pictures are handed over by the
/// view and uploaded by the callback, both on the window's thread.
pub(super) struct Surface {
    shader: Arc<PlaneShader>,
    fresh: RwLock<Option<Arc<Picture>>>,
    planes: RwLock<Option<PlaneTextures>>,
}

impl Surface {
    /// A surface without a picture.
    pub(super) fn new(shader: Arc<PlaneShader>) -> Self {
        Self { shader, fresh: RwLock::default(), planes: RwLock::default() }
    }

    /// The picture to be drawn from now on.
    pub(super) fn set(&self, picture: Arc<Picture>) {
        *write(&self.fresh) = Some(picture);
    }

    /// Draws the picture over the callback's viewport.
    pub(super) fn paint(&self, info: &PaintCallbackInfo, is_mirrored: bool) {
        let mut planes = write(&self.planes);
        if let Some(picture) = write(&self.fresh).take() {
            let kept = planes.take().filter(|kept| kept.size() == picture.size());
            let kept =
                kept.unwrap_or_else(|| PlaneTextures::new(self.shader.context(), picture.size()));
            kept.upload(&picture);
            *planes = Some(kept);
        }
        let Some(planes) = &*planes else { return };
        let place = info.viewport_in_pixels();
        let side = |pixels: i32| u32::try_from(pixels).unwrap_or(0);
        let viewport = Viewport {
            x: place.left_px,
            y: place.from_bottom_px,
            width: side(place.width_px),
            height: side(place.height_px),
        };
        self.shader.draw(viewport, is_mirrored, planes);
    }
}

fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}
