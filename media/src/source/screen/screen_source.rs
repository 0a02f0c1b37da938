//! A screen as a source.

use std::fmt;

use x11rb::protocol::xproto::Window;

use super::ScreenError;
use super::display::Display;
use super::shrinking::Pixels;
use crate::picture::{PicturePool, PictureSize};
use crate::source::{SourceError, SourceFrame, SourceOptions, VideoSource};
use crate::time::{FrameRate, WallClock};

/// What is on the screen, or in one window of it.
pub struct ScreenSource {
    display: Display,
    window: Window,
    most: PictureSize,
    size: PictureSize,
    frame_rate: FrameRate,
    pixels: Pixels,
    scratch: Vec<u8>,
    position: u32,
}

impl ScreenSource {
    /// Pictures a second, unless told otherwise: a screen shows text more than movement, and each
    /// costs a transfer of all its pixels.
    const RATE: u32 = 15;

    /// Takes this window, or the whole screen, of the display of this name, or of the environment's.
    /// Pictures have at most the size that the options name.
    ///
    /// # Errors
    /// When there is no such display or window, or its pictures cannot be read.
    pub fn open(
        display: Option<&str>,
        window: Option<u32>,
        options: &SourceOptions,
    ) -> Result<ScreenSource, ScreenError> {
        let display = Display::connect(display)?;
        let window = window.unwrap_or(display.root());
        let mut pixels = Pixels::default();
        display.take(window, &mut pixels)?;
        let size = pixels.fitting(options.size).ok_or(ScreenError::WindowGone)?;
        let usual = FrameRate::new(ScreenSource::RATE, 1).unwrap_or_default();
        Ok(ScreenSource {
            display,
            window,
            most: options.size,
            size,
            frame_rate: options.frame_rate.unwrap_or(usual),
            pixels,
            scratch: Vec::new(),
            position: 0,
        })
    }
}

impl VideoSource for ScreenSource {
    fn description(&self) -> String {
        let what = if self.window == self.display.root() { "screen" } else { "window" };
        format!("{what}, {}, {} pictures a second", self.size, self.frame_rate)
    }

    fn size(&self) -> PictureSize {
        self.size
    }

    fn frame_rate(&self) -> Option<FrameRate> {
        Some(self.frame_rate)
    }

    fn next_frame(
        &mut self,
        clock: &WallClock,
        pool: &PicturePool,
    ) -> Result<SourceFrame, SourceError> {
        let capture_time = clock.now();
        self.display.take(self.window, &mut self.pixels)?;
        self.size = self.pixels.fitting(self.most).ok_or(ScreenError::WindowGone)?;
        let mut picture = pool.take(self.size);
        (picture.capture_time, picture.position) = (capture_time, self.position);
        self.position = self.position.wrapping_add(1);
        self.pixels
            .shrink(&mut self.scratch, &mut picture)
            .map_err(|error| ScreenError::Failed { reason: error.to_string() })?;
        Ok(SourceFrame::Picture(picture))
    }
}

impl fmt::Debug for ScreenSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScreenSource").field("size", &self.size).finish_non_exhaustive()
    }
}
