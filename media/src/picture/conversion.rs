//! Conversion from and to the formats of cameras and image files.

use openh264::formats::{RgbSliceU8, YUVBuffer, YUVSource};

use super::{ConversionError, Picture};

fn check(wanted: usize, found: usize) -> Result<(), ConversionError> {
    if found < wanted { Err(ConversionError { wanted, found }) } else { Ok(()) }
}

/// Reads packed 4:2:2 (`YUYV`), whose chroma of two rows becomes their mean.
///
/// # Errors
/// When `bytes` is too short for the picture's size.
pub fn read_yuyv(bytes: &[u8], picture: &mut Picture) -> Result<(), ConversionError> {
    let width = picture.size().width();
    check(picture.size().luma_samples() * 2, bytes.len())?;
    let (y, u, v) = picture.planes_mut();
    for (row, luma) in bytes.chunks_exact(width * 2).zip(y.chunks_exact_mut(width)) {
        for (sample, pair) in luma.iter_mut().zip(row.chunks_exact(2)) {
            *sample = pair[0];
        }
    }
    let chroma = u.chunks_exact_mut(width / 2).zip(v.chunks_exact_mut(width / 2));
    for (rows, (u, v)) in bytes.chunks_exact(width * 4).zip(chroma) {
        let (upper, lower) = rows.split_at(width * 2);
        let pairs = upper.chunks_exact(4).zip(lower.chunks_exact(4));
        for ((u, v), (upper, lower)) in u.iter_mut().zip(v).zip(pairs) {
            *u = upper[1].midpoint(lower[1]);
            *v = upper[3].midpoint(lower[3]);
        }
    }
    Ok(())
}

/// Reads 4:2:0 whose two chroma planes are interleaved (`NV12`).
///
/// # Errors
/// When `bytes` is too short for the picture's size.
pub fn read_nv12(bytes: &[u8], picture: &mut Picture) -> Result<(), ConversionError> {
    let size = picture.size();
    check(size.bytes(), bytes.len())?;
    let (luma, chroma) = bytes.split_at(size.luma_samples());
    let (y, u, v) = picture.planes_mut();
    y.copy_from_slice(luma);
    for ((u, v), pair) in u.iter_mut().zip(v).zip(chroma.chunks_exact(2)) {
        (*u, *v) = (pair[0], pair[1]);
    }
    Ok(())
}

/// Reads packed red, green, blue, a byte each.
///
/// # Errors
/// When `bytes` is too short for the picture's size.
pub fn read_rgb(bytes: &[u8], picture: &mut Picture) -> Result<(), ConversionError> {
    let size = picture.size();
    let wanted = size.luma_samples() * 3;
    check(wanted, bytes.len())?;
    let source = RgbSliceU8::new(&bytes[..wanted], (size.width(), size.height()));
    let converted = YUVBuffer::from_rgb8_source(source);
    let (y, u, v) = picture.planes_mut();
    y.copy_from_slice(converted.y());
    u.copy_from_slice(converted.u());
    v.copy_from_slice(converted.v());
    Ok(())
}

/// Appends the picture as packed red, green, blue, a byte each.
pub fn write_rgb(picture: &Picture, output: &mut Vec<u8>) {
    let width = picture.size().width();
    let (y, u, v) = picture.planes();
    output.reserve(picture.size().luma_samples() * 3);
    for (row, luma) in y.chunks_exact(width).enumerate() {
        let start = row / 2 * (width / 2);
        let chroma = u[start..][..width / 2].iter().zip(&v[start..][..width / 2]);
        for (pair, (&u, &v)) in luma.chunks_exact(2).zip(chroma) {
            output.extend_from_slice(&rgb(pair[0], u, v));
            output.extend_from_slice(&rgb(pair[1], u, v));
        }
    }
}

/// One sample from limited-range BT.601, in fixed point of 16 bits.
pub(super) fn rgb(y: u8, u: u8, v: u8) -> [u8; 3] {
    let luma = (i32::from(y) - 16) * 76_309;
    let (blue, red) = (i32::from(u) - 128, i32::from(v) - 128);
    let byte = |value: i32| ((value + (1 << 15)) >> 16).clamp(0, 255) as u8;
    [
        byte(luma + 104_597 * red),
        byte(luma - 25_675 * blue - 53_279 * red),
        byte(luma + 132_201 * blue),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Colour, PictureSize};

    fn picture() -> Picture {
        Picture::new(PictureSize::new(4, 2).expect("valid"))
    }

    #[test]
    fn packed_four_two_two_is_unpacked() {
        let rows = [1, 10, 2, 20, 3, 30, 4, 40, 5, 12, 6, 22, 7, 32, 8, 42];
        let mut picture = picture();
        read_yuyv(&rows, &mut picture).expect("whole");
        assert_eq!(picture.bytes(), [1, 2, 3, 4, 5, 6, 7, 8, 11, 31, 21, 41]);
    }

    #[test]
    fn interleaved_chroma_is_separated() {
        let bytes = [1, 2, 3, 4, 5, 6, 7, 8, 10, 20, 30, 40];
        let mut picture = picture();
        read_nv12(&bytes, &mut picture).expect("whole");
        assert_eq!(picture.bytes(), [1, 2, 3, 4, 5, 6, 7, 8, 10, 30, 20, 40]);
    }

    #[test]
    fn a_short_buffer_is_refused_by_every_reader() {
        let mut picture = picture();
        assert_eq!(
            read_yuyv(&[0; 15], &mut picture),
            Err(ConversionError { wanted: 16, found: 15 })
        );
        assert!(read_nv12(&[0; 11], &mut picture).is_err());
        assert!(read_rgb(&[0; 23], &mut picture).is_err());
    }

    #[test]
    fn colours_survive_the_way_there_and_back() {
        for colour in [[255, 255, 255], [0, 0, 0], [191, 0, 0], [0, 191, 191], [90, 120, 30]] {
            let mut picture = picture();
            read_rgb(&colour.repeat(8), &mut picture).expect("whole");
            let mut back = Vec::new();
            write_rgb(&picture, &mut back);
            assert_eq!(back.len(), 24);
            let worst = back.iter().zip(colour.repeat(8)).map(|(&a, b)| a.abs_diff(b)).max();
            assert!(worst <= Some(4), "{colour:?} became {:?}", &back[..3]);
        }
    }

    #[test]
    fn black_and_white_are_exact() {
        let mut picture = picture();
        picture.fill(Colour::WHITE);
        let mut output = Vec::new();
        write_rgb(&picture, &mut output);
        assert_eq!(output, [255; 24]);
    }
}
