//! Plain shapes.

use super::{Colour, Picture, Rectangle};

impl Picture {
    /// Fills a rectangle. Chroma has half the resolution: odd edges take the colour of the sample
    /// on their left or above.
    pub fn fill_rectangle(&mut self, area: Rectangle, colour: Colour) {
        let size = self.size();
        let left = area.left.min(size.width());
        let right = (area.left + area.width).min(size.width());
        let top = area.top.min(size.height());
        let bottom = (area.top + area.height).min(size.height());
        let (y, u, v) = self.planes_mut();
        for row in y.chunks_exact_mut(size.width()).take(bottom).skip(top) {
            row[left..right].fill(colour.y);
        }
        let (left, right) = (left.div_ceil(2), right.div_ceil(2));
        let (top, bottom) = (top.div_ceil(2), bottom.div_ceil(2));
        for (plane, value) in [(u, colour.u), (v, colour.v)] {
            for row in plane.chunks_exact_mut(size.width() / 2).take(bottom).skip(top) {
                row[left..right].fill(value);
            }
        }
    }

    /// Fills a disc around the sample `centre` (column, row).
    pub fn fill_disc(&mut self, centre: (usize, usize), radius: usize, colour: Colour) {
        let top = centre.1.saturating_sub(radius);
        for row in top..=centre.1 + radius {
            let distance = row.abs_diff(centre.1);
            let half = (radius * radius - distance * distance).isqrt();
            let left = centre.0.saturating_sub(half);
            let width = centre.0 + half + 1 - left;
            self.fill_rectangle(Rectangle { left, top: row, width, height: 1 }, colour);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::PictureSize;

    #[test]
    fn a_rectangle_covers_what_it_should_and_no_more() {
        let mut picture = Picture::new(PictureSize::new(8, 8).expect("valid"));
        let area = Rectangle { left: 2, top: 2, width: 4, height: 2 };
        picture.fill_rectangle(area, Colour { y: 200, u: 50, v: 60 });
        let (y, u, v) = picture.planes();
        assert_eq!(y.iter().filter(|&&sample| sample == 200).count(), 8);
        assert_eq!((y[2 * 8 + 2], y[3 * 8 + 5], y[4 * 8 + 2]), (200, 200, 16));
        assert_eq!(u.iter().filter(|&&sample| sample == 50).count(), 2);
        assert_eq!(v.iter().filter(|&&sample| sample == 60).count(), 2);
    }

    #[test]
    fn shapes_beyond_the_edge_are_cut() {
        let mut picture = Picture::new(PictureSize::new(8, 8).expect("valid"));
        let area = Rectangle { left: 6, top: 7, width: 100, height: 100 };
        picture.fill_rectangle(area, Colour::WHITE);
        picture.fill_disc((0, 0), 2, Colour::WHITE);
        picture.fill_disc((50, 50), 3, Colour::WHITE);
        assert_eq!(picture.planes().0.iter().filter(|&&sample| sample == 235).count(), 2 + 6);
    }
}
