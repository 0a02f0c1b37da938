//! Drawing a view's picture.

use std::sync::Arc;

use eframe::egui::{
    Color32, ColorImage, PaintCallback, Rect, TextureId, TextureOptions, Ui, pos2, vec2,
};
use eframe::egui_glow::CallbackFn;
use roomrtc_media::picture::{Picture, write_rgba};

use super::reduction::{reduced, step};
use super::{Surface, VideoView, fit};

impl VideoView {
    /// Draws the picture in the middle of `place`, as large as it fits. Where it went, if there is one.
    pub fn draw(&mut self, ui: &Ui, place: Rect, is_mirrored: bool) -> Option<Rect> {
        let picture = Arc::clone(self.shown.as_ref()?);
        let size = picture.size();
        let place = fit(place, vec2(size.width() as f32, size.height() as f32));
        let step = step(size.width(), place.width() * ui.pixels_per_point());
        if self.uploaded_step != Some(step) {
            self.upload(ui, picture, step);
            self.uploaded_step = Some(step);
        }
        match &self.surface {
            Some(surface) => add_callback(ui, place, is_mirrored, Arc::clone(surface)),
            None => self.draw_texture(ui, place, is_mirrored),
        }
        Some(place)
    }

    fn upload(&mut self, ui: &Ui, picture: Arc<Picture>, step: usize) {
        let picture = reduced(&self.pool, &picture, step).map_or(picture, Arc::new);
        match &self.surface {
            Some(surface) => surface.set(picture),
            None => self.upload_converted(ui, &picture),
        }
    }

    fn draw_texture(&self, ui: &Ui, place: Rect, is_mirrored: bool) {
        let Some(texture) = &self.texture else { return };
        let (left, right) = if is_mirrored { (1.0, 0.0) } else { (0.0, 1.0) };
        let part = Rect { min: pos2(left, 0.0), max: pos2(right, 1.0) };
        ui.painter().image(TextureId::from(texture), place, part, Color32::WHITE);
    }

    fn upload_converted(&mut self, ui: &Ui, picture: &Picture) {
        self.colours.clear();
        write_rgba(picture, &mut self.colours);
        let sides = [picture.size().width(), picture.size().height()];
        let image = ColorImage::from_rgba_premultiplied(sides, &self.colours);
        match &mut self.texture {
            Some(texture) => texture.set(image, TextureOptions::LINEAR),
            none => *none = Some(ui.load_texture("video", image, TextureOptions::LINEAR)),
        }
    }
}

fn add_callback(ui: &Ui, place: Rect, is_mirrored: bool, surface: Arc<Surface>) {
    let paint = CallbackFn::new(move |info, _| surface.paint(&info, is_mirrored));
    ui.painter().add(PaintCallback { rect: place, callback: Arc::new(paint) });
}
