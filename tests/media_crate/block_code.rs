//! The block code under noise and scaling.

use proptest::prelude::*;
use roomrtc_media::block_code::BlockCode;
use roomrtc_media::picture::{Picture, PictureSize};
use roomrtc_media::test_card::TestCard;
use roomrtc_media::time::WallTime;

use super::scaling::scaled;

fn code() -> impl Strategy<Value = BlockCode> {
    let micros = 0_u64..1 << 56;
    (any::<u32>(), any::<u16>(), micros).prop_map(|(frame_number, source_position, micros)| {
        BlockCode { frame_number, source_position, capture_time: WallTime::from_micros(micros) }
    })
}

fn size() -> impl Strategy<Value = PictureSize> {
    let sides = (80_usize..=480, 48_usize..=360);
    sides.prop_map(|(width, height)| PictureSize::new(width * 2, height * 2).expect("valid"))
}

fn coded_card(size: PictureSize, code: &BlockCode) -> Picture {
    let mut picture = Picture::new(size);
    picture.position = code.source_position.into();
    picture.capture_time = code.capture_time;
    TestCard::new(size).draw(&mut picture);
    code.draw(&mut picture);
    picture
}

/// Noise that is the same for the same seed: a linear congruential generator.
fn add_noise(picture: &mut Picture, amplitude: i32, mut seed: u64) {
    for sample in picture.bytes_mut() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let noise = (seed >> 40) as i32 % (2 * amplitude + 1) - amplitude;
        *sample = (i32::from(*sample) + noise).clamp(0, 255) as u8;
    }
}

proptest! {
    #[test]
    fn what_was_drawn_is_read(size in size(), code in code()) {
        prop_assert_eq!(BlockCode::read(&coded_card(size, &code)), Some(code));
    }

    #[test]
    fn noise_does_not_reach_it(size in size(), code in code(), amplitude in 1..60, seed: u64) {
        let mut picture = coded_card(size, &code);
        add_noise(&mut picture, amplitude, seed);
        prop_assert_eq!(BlockCode::read(&picture), Some(code));
    }

    #[test]
    fn heavy_noise_never_makes_a_wrong_number(code in code(), amplitude in 100..255, seed: u64) {
        let mut picture = coded_card(PictureSize::new(160, 96).expect("valid"), &code);
        add_noise(&mut picture, amplitude, seed);
        prop_assert!(BlockCode::read(&picture).is_none_or(|read| read == code));
    }

    #[test]
    fn arbitrary_cells_have_no_code(bits in proptest::collection::vec(any::<bool>(), 136)) {
        let mut picture = Picture::new(PictureSize::new(640, 360).expect("valid"));
        let luma = picture.planes_mut().0;
        for (index, one) in bits.into_iter().enumerate() {
            let (column, row) = (48 + index % 34 * 16, index / 34 * 16);
            for line in 0..16 {
                luma[(row + line) * 640 + column..][..16].fill(if one { 235 } else { 16 });
            }
        }
        prop_assert_eq!(BlockCode::read(&picture), None);
    }

    #[test]
    fn it_survives_scaling(code in code(), to in size()) {
        let picture = coded_card(PictureSize::new(640, 360).expect("valid"), &code);
        let other = scaled(&picture, to.width(), to.height());
        prop_assert_eq!(BlockCode::read(&other), Some(code));
    }
}
