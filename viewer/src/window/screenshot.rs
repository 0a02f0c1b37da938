//! A picture of the window.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

use eframe::egui::{ColorImage, Context, ScreenshotCallback, ViewportCommand};

use super::WindowError;

/// A picture that is to be taken once everything is there.
#[derive(Debug)]
pub(super) struct Screenshot {
    pub(super) taken: SyncSender<Arc<ColorImage>>,
    /// Frames that are drawn before, so that all sizes are settled.
    pub(super) frames_left: u32,
}

impl Screenshot {
    /// Frames before the picture.
    pub(super) const FRAMES: u32 = 5;

    /// Another frame is about to be drawn; `is_settled` if it has all that there is to show.
    pub(super) fn frame(&mut self, context: &Context, is_settled: bool) {
        context.request_repaint();
        if !is_settled || self.frames_left == 0 {
            return;
        }
        self.frames_left -= 1;
        if self.frames_left == 0 {
            let (taken, window) = (self.taken.clone(), context.clone());
            let callback = ScreenshotCallback::new(move |image| {
                // One is waited for, and there is room for it.
                let _ = taken.try_send(image);
                window.send_viewport_cmd(ViewportCommand::Close);
            });
            context.send_viewport_cmd(ViewportCommand::Screenshot(callback));
        }
    }
}

/// Writes a picture as PNG.
pub(super) fn write(image: &ColorImage, path: &Path) -> Result<(), WindowError> {
    let refused = |reason: String| WindowError::Write { path: path.to_owned(), reason };
    let file = File::create(path).map_err(|error| refused(error.to_string()))?;
    let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let mut encoder = png::Encoder::new(BufWriter::new(file), width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let bytes: Vec<u8> = image.pixels.iter().flat_map(|pixel| pixel.to_array()).collect();
    let mut writer = encoder.write_header().map_err(|error| refused(error.to_string()))?;
    writer.write_image_data(&bytes).map_err(|error| refused(error.to_string()))?;
    writer.finish().map_err(|error| refused(error.to_string()))
}
