//! The last pictures of a run as one.

use std::sync::Arc;

use roomrtc_media::picture::{Picture, PictureSize, PictureSizeError};

/// The pictures side by side, from left to right, their tops in line.
pub(super) fn side_by_side(pictures: &[Arc<Picture>]) -> Result<Picture, PictureSizeError> {
    let sizes = || pictures.iter().map(|picture| picture.size());
    let width = sizes().map(PictureSize::width).sum();
    let height = sizes().map(PictureSize::height).max().unwrap_or(0);
    let mut all = Picture::new(PictureSize::new(width, height)?);
    let mut left = 0;
    for picture in pictures {
        copy(picture, left, &mut all);
        left += picture.size().width();
    }
    Ok(all)
}

fn copy(from: &Picture, left: usize, to: &mut Picture) {
    let (width, wide) = (from.size().width(), to.size().width());
    let (y, u, v) = from.planes();
    let (to_y, to_u, to_v) = to.planes_mut();
    copy_plane(y, width, left, to_y, wide);
    copy_plane(u, width / 2, left / 2, to_u, wide / 2);
    copy_plane(v, width / 2, left / 2, to_v, wide / 2);
}

fn copy_plane(from: &[u8], width: usize, left: usize, to: &mut [u8], wide: usize) {
    for (row, target) in from.chunks_exact(width).zip(to.chunks_exact_mut(wide)) {
        target[left..left + width].copy_from_slice(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_media::picture::Colour;

    fn grey(width: usize, height: usize, luma: u8) -> Arc<Picture> {
        let mut picture = Picture::new(PictureSize::new(width, height).expect("a size"));
        picture.fill(Colour::grey(luma));
        Arc::new(picture)
    }

    #[test]
    fn each_picture_is_whole_in_its_place() {
        let all = side_by_side(&[grey(4, 2, 50), grey(2, 4, 90)]).expect("it fits");
        assert_eq!((all.size().width(), all.size().height()), (6, 4));
        let rows: Vec<&[u8]> = all.planes().0.chunks_exact(6).collect();
        assert_eq!(rows[1], [50, 50, 50, 50, 90, 90]);
        assert_eq!(rows[3][4..], [90, 90]);
    }

    #[test]
    fn what_is_too_wide_is_refused() {
        assert!(side_by_side(&[grey(3_840, 2, 1), grey(3_840, 2, 1)]).is_err());
    }
}
