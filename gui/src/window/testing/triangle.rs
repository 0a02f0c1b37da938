//! One triangle.

use eframe::egui::{ColorImage, Pos2, Rect, pos2};
use eframe::epaint::Vertex;

use super::texel::{Texel, blend, sample, texel};

/// One triangle of a mesh, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Triangle {
    corners: [Vertex; 3],
    area: f32,
}

impl Triangle {
    /// A triangle that covers something.
    pub(super) fn new(mut corners: [Vertex; 3]) -> Option<Self> {
        let [a, b, c] = corners;
        let mut area = cross(a.pos, b.pos, c.pos);
        if area < 0.0 {
            corners.swap(1, 2);
            area = -area;
        }
        (area > 0.0).then_some(Self { corners, area })
    }

    /// Draws it within a rectangle.
    pub(super) fn draw(&self, clip: Rect, texture: &ColorImage, output: &mut ColorImage) {
        let points = self.corners.map(|corner| corner.pos);
        let place = Rect::from_points(&points).intersect(clip);
        let [width, height] = output.size;
        let rows =
            place.top().max(0.0) as usize..(place.bottom().ceil().max(0.0) as usize).min(height);
        for row in rows {
            let left = place.left().max(0.0) as usize;
            for column in left..(place.right().ceil().max(0.0) as usize).min(width) {
                let centre = pos2(column as f32 + 0.5, row as f32 + 0.5);
                if let Some(colour) = self.colour(clip, centre, texture) {
                    let pixel = &mut output.pixels[row * width + column];
                    *pixel = blend(colour, *pixel);
                }
            }
        }
    }

    fn colour(&self, clip: Rect, centre: Pos2, texture: &ColorImage) -> Option<Texel> {
        let [a, b, c] = self.corners.map(|corner| corner.pos);
        let shares = [cross(b, c, centre), cross(c, a, centre), cross(a, b, centre)];
        let inside =
            |share: f32, from: Pos2, to: Pos2| share > 0.0 || (share == 0.0 && owns(from, to));
        let is_inside =
            inside(shares[0], b, c) && inside(shares[1], c, a) && inside(shares[2], a, b);
        if !is_inside || !clip.contains(centre) {
            return None;
        }
        let shares = shares.map(|share| share / self.area);
        let sum = |value: &dyn Fn(&Vertex) -> f32| {
            self.corners
                .iter()
                .zip(shares)
                .map(|(corner, share)| value(corner) * share)
                .sum::<f32>()
        };
        let (u, v) = (sum(&|corner| corner.uv.x), sum(&|corner| corner.uv.y));
        let sampled = sample(texture, u, v);
        Some(std::array::from_fn(|channel| {
            sampled[channel] / 255.0 * sum(&|corner| texel(corner.color)[channel])
        }))
    }
}

/// Twice the area of a triangle, negative when its corners go round the other way.
fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Of two triangles with an edge in common, one has it.
fn owns(from: Pos2, to: Pos2) -> bool {
    (from.y == to.y && to.x > from.x) || to.y < from.y
}
