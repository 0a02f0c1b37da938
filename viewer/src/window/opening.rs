//! Opening the window.

use std::sync::mpsc::sync_channel;

use eframe::egui::ViewportBuilder;
use roomrtc_core::base::Time;

use super::screenshot::{self, Screenshot};
use super::{Teller, ViewerApp, WindowError, WindowOptions};
use crate::source::Source;

/// Opens a window on a run, and returns once it is closed.
///
/// # Errors
/// [`WindowError`] if there is no display, or it gives no window; or if the picture that was asked for
/// was not taken or cannot be written.
pub fn open(source: Box<dyn Source + Send>, options: &WindowOptions) -> Result<(), WindowError> {
    let has = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(has) {
        return Err(WindowError::NoDisplay);
    }
    let (taken, pictures) = sync_channel(1);
    let shot = Screenshot { taken, frames_left: Screenshot::FRAMES };
    let screenshot = options.screenshot.as_ref().map(|_| shot);
    let (heading, lasts) = (source.heading().clone(), source.lasts());
    let title = format!("Room RTC: {}", heading.title);
    let viewport = ViewportBuilder::default().with_inner_size([1_280.0, 800.0]).with_title(&title);
    let native = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let make = move |creation: &eframe::CreationContext<'_>| {
        let teller = Teller::start(source, creation.egui_ctx.clone())?;
        let (heard, viewer) = (Time::ZERO, None);
        let app = ViewerApp { heading, lasts, teller, heard, viewer, screenshot };
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native(&title, native, Box::new(make))
        .map_err(|error| WindowError::Refused(error.to_string()))?;
    match &options.screenshot {
        None => Ok(()),
        Some(path) => {
            let image = pictures.try_recv().map_err(|_| WindowError::Closed)?;
            screenshot::write(&image, path)
        }
    }
}
