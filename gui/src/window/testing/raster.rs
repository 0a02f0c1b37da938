//! Meshes, drawn on the processor.

use std::collections::HashMap;

use eframe::egui::{
    ClippedPrimitive, Color32, ColorImage, ImageData, Mesh, Rect, TextureId, TexturesDelta,
};
use eframe::epaint::{ImageDelta, Primitive};

use super::Triangle;

/// Meshes, drawn on the processor at one pixel a point.
#[derive(Default)]
pub(super) struct Raster {
    textures: HashMap<TextureId, ColorImage>,
}

impl Raster {
    /// Takes new textures and parts of textures.
    pub(super) fn update(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for image in images {
                self.set(id, &image);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn set(&mut self, id: TextureId, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let Some([x, y]) = delta.pos else {
            self.textures.insert(id, (**image).clone());
            return;
        };
        let whole = self.textures.get_mut(&id).expect("a texture before a part of it");
        let [width, _] = image.size;
        for (row, pixels) in image.pixels.chunks_exact(width).enumerate() {
            let start = (y + row) * whole.size[0] + x;
            whole.pixels[start..start + width].copy_from_slice(pixels);
        }
    }

    /// Draws everything on a background.
    pub(super) fn draw(&self, size: [usize; 2], primitives: &[ClippedPrimitive]) -> ColorImage {
        let mut output = ColorImage::filled(size, Color32::BLACK);
        for ClippedPrimitive { clip_rect, primitive } in primitives {
            match primitive {
                Primitive::Mesh(mesh) => self.draw_mesh(*clip_rect, mesh, &mut output),
                Primitive::Callback(_) => panic!("there is no OpenGL here"),
            }
        }
        output
    }

    fn draw_mesh(&self, clip: Rect, mesh: &Mesh, output: &mut ColorImage) {
        let texture = self.textures.get(&mesh.texture_id).expect("a texture that was set");
        for corners in mesh.indices.as_chunks::<3>().0 {
            let corners = corners.map(|index| mesh.vertices[index as usize]);
            if let Some(triangle) = Triangle::new(corners) {
                triangle.draw(clip, texture, output);
            }
        }
    }
}
