//! The icon of the window, drawn here.

use eframe::egui::{IconData, Pos2, Rect, Vec2, pos2, vec2};

/// The side, in pixels.
const SIDE: u16 = 64;

/// A camera on the accent colour: a rounded square, and a camera's body and lens hood in it.
pub(super) fn icon() -> IconData {
    let side = u32::from(SIDE);
    let mut rgba = Vec::with_capacity(usize::from(SIDE) * usize::from(SIDE) * 4);
    for y in 0..SIDE {
        for x in 0..SIDE {
            rgba.extend_from_slice(&pixel(pos2(f32::from(x) + 0.5, f32::from(y) + 0.5)));
        }
    }
    IconData { rgba, width: side, height: side }
}

fn pixel(point: Pos2) -> [u8; 4] {
    let square = Rect::from_min_size(pos2(2.0, 2.0), Vec2::splat(60.0));
    let body = Rect::from_min_size(pos2(13.0, 20.0), vec2(25.0, 24.0));
    if is_within(body, 5.0, point) || is_hood(point) {
        return [0xff; 4];
    }
    if is_within(square, 14.0, point) { [0x36, 0x5a, 0xd6, 0xff] } else { [0; 4] }
}

fn is_within(rect: Rect, radius: f32, point: Pos2) -> bool {
    let inner = rect.shrink(radius);
    inner.distance_to_pos(point) <= radius
}

/// A trapezium that opens to the right.
fn is_hood(point: Pos2) -> bool {
    let reach = (point.x - 41.0) / 11.0;
    (0.0..=1.0).contains(&reach) && (point.y - 32.0).abs() <= 4.0 + 7.0 * reach
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_white_camera_on_the_accent_colour() {
        let icon = icon();
        assert_eq!(icon.rgba.len(), 64 * 64 * 4);
        let at = |x: usize, y: usize| &icon.rgba[(y * 64 + x) * 4..][..4];
        assert_eq!(at(25, 32), [0xff; 4], "the body");
        assert_eq!(at(50, 32), [0xff; 4], "the hood");
        assert_eq!(at(32, 8), [0x36, 0x5a, 0xd6, 0xff], "the square");
        assert_eq!(at(0, 0), [0; 4], "the corner");
    }
}
