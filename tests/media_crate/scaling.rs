//! Scaling pictures, as a sender that is short of bandwidth does.

use roomrtc_media::picture::{Picture, PictureSize};

/// The picture at another size, each sample the mean of the samples whose area it covers.
pub(super) fn scaled(picture: &Picture, width: usize, height: usize) -> Picture {
    let from = picture.size();
    let mut scaled = Picture::new(PictureSize::new(width, height).expect("valid"));
    let (y, u, v) = picture.planes();
    let (to_y, to_u, to_v) = scaled.planes_mut();
    scale_plane(y, (from.width(), from.height()), (width, height), to_y);
    let halves = ((from.width() / 2, from.height() / 2), (width / 2, height / 2));
    scale_plane(u, halves.0, halves.1, to_u);
    scale_plane(v, halves.0, halves.1, to_v);
    scaled
}

fn scale_plane(plane: &[u8], from: (usize, usize), to: (usize, usize), output: &mut [u8]) {
    let span = |index: usize, from: usize, to: usize| {
        let start = index * from / to;
        start..((index + 1) * from / to).max(start + 1)
    };
    for row in 0..to.1 {
        for column in 0..to.0 {
            let rows = span(row, from.1, to.1);
            let area = (rows.len(), span(column, from.0, to.0).len());
            let samples = rows.flat_map(|row| &plane[row * from.0..][span(column, from.0, to.0)]);
            let sum: usize = samples.map(|&sample| usize::from(sample)).sum();
            output[row * to.0 + column] = (sum / (area.0 * area.1)) as u8;
        }
    }
}
