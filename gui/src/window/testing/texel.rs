//! Colours as numbers.

use eframe::egui::{Color32, ColorImage};

/// Red, green, blue and alpha, premultiplied, from 0 to 255, as egui has them: not linear.
pub(super) type Texel = [f32; 4];

pub(super) fn texel(colour: Color32) -> Texel {
    colour.to_array().map(f32::from)
}

/// A texture between its samples, at coordinates from 0 to 1.
pub(super) fn sample(image: &ColorImage, u: f32, v: f32) -> Texel {
    let [width, height] = image.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let at = |x: f32, y: f32| {
        let column = (x.max(0.0) as usize).min(width - 1);
        let row = (y.max(0.0) as usize).min(height - 1);
        texel(image.pixels[row * width + column])
    };
    let (left, top) = (x.floor(), y.floor());
    let upper = mix(at(left, top), at(left + 1.0, top), x - left);
    let lower = mix(at(left, top + 1.0), at(left + 1.0, top + 1.0), x - left);
    mix(upper, lower, y - top)
}

fn mix(one: Texel, other: Texel, part: f32) -> Texel {
    std::array::from_fn(|channel| one[channel] + (other[channel] - one[channel]) * part)
}

/// What is seen of `over` on `under`.
pub(super) fn blend(over: Texel, under: Color32) -> Color32 {
    let under = texel(under);
    let visible = 1.0 - over[3] / 255.0;
    let [r, g, b, a] = std::array::from_fn(|channel| {
        (over[channel] + under[channel] * visible).round().clamp(0.0, 255.0) as u8
    });
    Color32::from_rgba_premultiplied(r, g, b, a)
}
