//! Cards for tests.

use std::time::Duration;

use super::TestCard;
use crate::block_code::BlockCode;
use crate::encoder::{EncoderConfig, H264Encoder};
use crate::h264::AccessUnit;
use crate::picture::{Picture, PictureSize};
use crate::time::WallTime;

/// The card at `position`, 30 of them a second, without a code.
pub(crate) fn card(size: (usize, usize), position: u32) -> Picture {
    let size = PictureSize::new(size.0, size.1).expect("valid");
    let mut picture = Picture::new(size);
    picture.position = position;
    let since = Duration::from_micros(u64::from(position) * 33_333);
    picture.capture_time = WallTime::from_micros(1_793_000_000_000_000).after(since);
    TestCard::new(size).draw(&mut picture);
    picture
}

/// So many frames of coded cards; a key frame at each of `keys` besides the first.
pub(crate) fn frames(size: (usize, usize), count: u32, keys: &[u32]) -> Vec<AccessUnit> {
    let mut encoder = H264Encoder::new(&EncoderConfig::default()).expect("an encoder");
    let encoded = (0..count).map(|number| {
        let mut picture = card(size, number);
        BlockCode::of(&picture, number).draw(&mut picture);
        let unit = encoder.encode(&picture, keys.contains(&number)).expect("encoded");
        unit.expect("not skipped at this bit rate")
    });
    encoded.collect()
}
