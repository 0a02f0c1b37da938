//! Opening the window.

use std::error::Error;
use std::sync::Arc;

use eframe::egui::{ViewportBuilder, vec2};
use eframe::{NativeOptions, Renderer};

use super::icon::icon;
use super::{Outside, WindowApp, WindowError, has_display, waker};
use crate::desktop::DesktopStart;
use crate::log::LogStore;

/// What the window is known by to the desktop environment.
const APP_ID: &str = "roomrtc";

/// Opens the window and stays in it until it is closed. `start` makes what is outside, with what it wakes
/// the window by whenever it has news or a picture.
///
/// # Errors
/// When there is no display, or the window cannot be opened on it.
pub fn open(
    start: DesktopStart,
    log: LogStore,
    outside: impl FnOnce(
        Arc<dyn Fn() + Send + Sync>,
    ) -> Result<Box<dyn Outside>, Box<dyn Error + Send + Sync>>
    + 'static,
) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    let viewport = ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Room RTC")
        .with_icon(icon())
        .with_inner_size(vec2(1_100.0, 720.0))
        .with_min_inner_size(vec2(360.0, 480.0));
    let options = NativeOptions { viewport, renderer: Renderer::Glow, ..NativeOptions::default() };
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        let outside = outside(waker(&creation.egui_ctx))?;
        Ok(Box::new(WindowApp::new(creation, start, log, outside)))
    });
    eframe::run_native(APP_ID, options, create).map_err(WindowError::Failed)
}
