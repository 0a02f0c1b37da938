//! A window whose frames are counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use eframe::egui::{Context, Ui};
use eframe::{App, Frame, glow};
use roomrtc_gui::window::WindowApp;

/// A window whose frames are counted.
pub(crate) struct Counted {
    /// The window.
    pub(crate) app: WindowApp,
    /// How often it was drawn.
    pub(crate) frames: Arc<AtomicU32>,
}

impl App for Counted {
    fn logic(&mut self, context: &Context, frame: &mut Frame) {
        self.app.logic(context, frame);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut Frame) {
        self.frames.fetch_add(1, Ordering::Relaxed);
        self.app.ui(ui, frame);
    }

    fn on_exit(&mut self, gl: Option<&glow::Context>) {
        self.app.on_exit(gl);
    }
}
