//! Where a picture goes.

use eframe::egui::{Rect, Vec2};

/// The largest rectangle of the proportions of `size` in the middle of `place`.
pub fn fit(place: Rect, size: Vec2) -> Rect {
    if size.x <= 0.0 || size.y <= 0.0 {
        return place;
    }
    let scale = (place.width() / size.x).min(place.height() / size.y);
    Rect::from_center_size(place.center(), size * scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{pos2, vec2};

    #[test]
    fn pictures_keep_their_proportions() {
        let place = Rect::from_min_size(pos2(10.0, 20.0), vec2(400.0, 400.0));
        let wide = fit(place, vec2(1280.0, 720.0));
        assert_eq!(wide, Rect::from_min_size(pos2(10.0, 107.5), vec2(400.0, 225.0)));
        let high = fit(place, vec2(100.0, 200.0));
        assert_eq!(high, Rect::from_min_size(pos2(110.0, 20.0), vec2(200.0, 400.0)));
        assert_eq!(fit(place, Vec2::ZERO), place);
    }
}
