//! A renderer that the harness feeds and the test asks.

use std::cell::RefCell;
use std::rc::Rc;

use eframe::egui::{ColorImage, TexturesDelta};
use egui_kittest::{Harness, TestRenderer};

use super::Raster;

/// A renderer that the harness feeds with textures and the test asks for what is seen.
#[derive(Clone, Default)]
pub(crate) struct SharedRaster(Rc<RefCell<Raster>>);

impl SharedRaster {
    /// What is seen now.
    pub(crate) fn picture<State>(&self, harness: &Harness<'_, State>) -> ColorImage {
        let shapes = harness.output().shapes.clone();
        let primitives = harness.ctx.tessellate(shapes, 1.0);
        let size = harness.ctx.content_rect().size();
        self.0.borrow().draw([size.x as usize, size.y as usize], &primitives)
    }
}

impl TestRenderer for SharedRaster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.borrow_mut().update(delta);
    }
}
