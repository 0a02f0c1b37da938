//! From planes to what textures of windows are made of, eight samples at a time.

use wide::i32x8;

use super::Picture;
use super::conversion::rgb;

/// Appends the picture as packed red, green, blue and opaque alpha, a byte each: limited-range BT.601,
/// the same numbers as [`write_rgb`](super::write_rgb) gives.
pub fn write_rgba(picture: &Picture, output: &mut Vec<u8>) {
    let width = picture.size().width();
    let (y, u, v) = picture.planes();
    output.reserve(picture.size().luma_samples() * 4);
    for (row, luma) in y.chunks_exact(width).enumerate() {
        let start = row / 2 * (width / 2);
        let (u, v) = (&u[start..][..width / 2], &v[start..][..width / 2]);
        let (eights, rest) = luma.as_chunks::<8>();
        let (u_fours, u_rest) = u.as_chunks::<4>();
        let (v_fours, v_rest) = v.as_chunks::<4>();
        for ((luma, u), v) in eights.iter().zip(u_fours).zip(v_fours) {
            output.extend_from_slice(eight(*luma, *u, *v).as_flattened());
        }
        for ((pair, &u), &v) in rest.chunks_exact(2).zip(u_rest).zip(v_rest) {
            for &luma in pair {
                let [red, green, blue] = rgb(luma, u, v);
                output.extend_from_slice(&[red, green, blue, u8::MAX]);
            }
        }
    }
}

/// Eight samples of a row, in fixed point of 16 bits.
fn eight(luma: [u8; 8], u: [u8; 4], v: [u8; 4]) -> [[u8; 4]; 8] {
    let luma = (i32x8::from(luma.map(i32::from)) - i32x8::splat(16)) * i32x8::splat(76_309);
    let (blue, red) = (twice(u), twice(v));
    let red_byte = byte(luma + red * i32x8::splat(104_597));
    let green_byte = byte(luma - blue * i32x8::splat(25_675) - red * i32x8::splat(53_279));
    let blue_byte = byte(luma + blue * i32x8::splat(132_201));
    let alpha = i32x8::splat(i32::from_le_bytes([0, 0, 0, u8::MAX]));
    let packed: i32x8 = red_byte | (green_byte << 8) | (blue_byte << 16) | alpha;
    packed.to_array().map(i32::to_le_bytes)
}

/// Each of four colour differences for two samples of luma.
fn twice([a, b, c, d]: [u8; 4]) -> i32x8 {
    i32x8::from([a, a, b, b, c, c, d, d].map(i32::from)) - i32x8::splat(128)
}

fn byte(value: i32x8) -> i32x8 {
    let rounded: i32x8 = (value + i32x8::splat(1 << 15)) >> 16;
    rounded.max(i32x8::splat(0)).min(i32x8::splat(255))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{PictureSize, write_rgb};

    #[test]
    fn it_gives_the_same_numbers_as_the_conversion_of_single_samples() {
        for width in [16, 22, 64] {
            let mut picture = Picture::new(PictureSize::new(width, 48).expect("valid"));
            for (position, byte) in picture.bytes_mut().iter_mut().enumerate() {
                *byte = (position * 37 % 256) as u8;
            }
            let (mut rgb, mut rgba) = (Vec::new(), Vec::new());
            write_rgb(&picture, &mut rgb);
            write_rgba(&picture, &mut rgba);
            let wanted: Vec<u8> =
                rgb.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect();
            assert!(rgba == wanted, "of width {width}");
        }
    }
}
