//! Pictures that are shown much smaller than they are.

use roomrtc_media::picture::{Picture, PicturePool, PictureSize};

/// What a picture's width and height can be divided by: blocks of as many bytes as a word has, so that the
/// compiler adds many of them at a time.
const STEPS: [usize; 2] = [4, 2];

/// By what a picture of this width is divided for a place that is `pixels` wide: 1 unless it is at least
/// twice as wide.
pub(super) fn step(width: usize, pixels: f32) -> usize {
    let pixels = pixels.max(1.0).round() as usize;
    STEPS.into_iter().find(|step| step * pixels <= width).unwrap_or(1)
}

/// The picture with a `step`th of its width and height: each sample is the mean of the four in the middle
/// of its block. Nothing if that leaves no sample, or `step` is not one that [`step`] gives for a smaller
/// place.
pub(super) fn reduced(pool: &PicturePool, picture: &Picture, step: usize) -> Option<Picture> {
    let reduce_plane: fn(&[u8], usize, usize, &mut [u8]) = match step {
        2 => |plane, wide, width, output| {
            reduce_plane::<2>(plane, wide, width, output, middle_of_two)
        },
        4 => |plane, wide, width, output| {
            reduce_plane::<4>(plane, wide, width, output, middle_of_four)
        },
        _ => return None,
    };
    let (from, position) = (picture.size(), picture.position);
    let size = PictureSize::within(from.width() / step, from.height() / step).ok()?;
    let mut small = pool.take(size);
    (small.capture_time, small.position) = (picture.capture_time, position);
    let (luma, blue, red) = picture.planes();
    let (small_luma, small_blue, small_red) = small.planes_mut();
    let (width, wide) = (size.width(), from.width());
    reduce_plane(luma, wide, width, small_luma);
    reduce_plane(blue, wide / 2, width / 2, small_blue);
    reduce_plane(red, wide / 2, width / 2, small_red);
    Some(small)
}

/// `wide` and `width` are of the rows of the plane and of the output; `middle` adds the two samples in the
/// middle of a row of a block.
fn reduce_plane<const STEP: usize>(
    plane: &[u8],
    wide: usize,
    width: usize,
    output: &mut [u8],
    middle: impl Fn([u8; STEP]) -> u16,
) {
    let blocks = plane.chunks_exact(wide * STEP);
    for (rows, output) in blocks.zip(output.chunks_exact_mut(width)) {
        let (upper, lower) = rows[wide * (STEP / 2 - 1)..][..2 * wide].split_at(wide);
        let (upper, lower) = (upper.as_chunks::<STEP>().0, lower.as_chunks::<STEP>().0);
        for ((upper, lower), sample) in upper.iter().zip(lower).zip(output) {
            *sample = ((middle(*upper) + middle(*lower) + 2) / 4) as u8;
        }
    }
}

fn middle_of_two(row: [u8; 2]) -> u16 {
    let word = u16::from_le_bytes(row);
    (word & 0xff) + (word >> 8)
}

fn middle_of_four(row: [u8; 4]) -> u16 {
    let word = u32::from_le_bytes(row);
    ((word >> 8 & 0xff) + (word >> 16 & 0xff)) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_picture_of_twice_the_width_is_reduced() {
        for (pixels, wanted) in
            [(1_280.0, 1), (700.0, 1), (640.0, 2), (321.0, 2), (320.0, 4), (0.0, 4)]
        {
            assert_eq!(step(1_280, pixels), wanted, "{pixels}");
        }
    }

    #[test]
    fn each_block_gives_the_mean_of_its_middle() {
        let size = PictureSize::new(16, 8).expect("valid");
        let mut picture = Picture::new(size);
        let (luma, blue, red) = picture.planes_mut();
        for (position, sample) in luma.iter_mut().enumerate() {
            *sample = (10 * (position % 16 / 4) + 100 * (position / 64)) as u8;
        }
        blue.fill(77);
        red.fill(99);
        let small = reduced(&PicturePool::default(), &picture, 4).expect("four samples by two");
        let (luma, blue, red) = small.planes();
        assert_eq!(luma, [0, 10, 20, 30, 100, 110, 120, 130]);
        assert_eq!((blue, red), (&[77, 77][..], &[99, 99][..]));
    }

    #[test]
    fn blocks_that_do_not_come_out_even_are_left_out() {
        let (pool, size) = (PicturePool::default(), PictureSize::new(640, 362).expect("valid"));
        let picture = Picture::new(size);
        for step in STEPS {
            let small = reduced(&pool, &picture, step).expect("some samples");
            assert_eq!(small.size().width(), (640 / step) & !1, "by {step}");
            let black = small.planes().0.iter().all(|&luma| luma == 16);
            assert!(black, "every sample of the picture by {step} is drawn");
        }
        assert!(reduced(&pool, &picture, 1).is_none());
        let tiny = Picture::new(PictureSize::new(2, 2).expect("valid"));
        assert!(reduced(&pool, &tiny, 2).is_none());
    }
}
