//! The card through encoder and decoder.

use std::time::Duration;

use roomrtc_media::block_code::BlockCode;
use roomrtc_media::decoder::H264Decoder;
use roomrtc_media::encoder::{EncoderConfig, H264Encoder};
use roomrtc_media::h264::AccessUnit;
use roomrtc_media::measurement::{MeasurementReport, PictureMeter};
use roomrtc_media::picture::{Picture, PicturePool, PictureSize};
use roomrtc_media::source::TestCardReference;
use roomrtc_media::test_card::TestCard;
use roomrtc_media::time::WallTime;

use super::scaling::scaled;

const FRAMES: u32 = 60;
/// What a frame takes from capture to screen in these tests.
const AGE: Duration = Duration::from_micros(4_321);

/// The frames that are encoded of two seconds of the card, and when each was captured.
fn encode(
    (width, height): (usize, usize),
    bits_per_second: u32,
    change: impl Fn(Picture) -> Picture,
) -> Vec<(AccessUnit, WallTime)> {
    let card = TestCard::new(PictureSize::new(width, height).expect("valid"));
    let config = EncoderConfig { bits_per_second, ..Default::default() };
    let mut encoder = H264Encoder::new(&config).expect("an encoder");
    let mut encoded = Vec::new();
    for position in 0..FRAMES {
        let mut picture = Picture::new(card.size());
        picture.position = position;
        let micros = 1_793_000_000_000_000 + u64::from(position) * 33_333;
        picture.capture_time = WallTime::from_micros(micros);
        card.draw(&mut picture);
        BlockCode::of(&picture, encoded.len() as u32).draw(&mut picture);
        let capture_time = picture.capture_time;
        let mut picture = change(picture);
        picture.capture_time = capture_time;
        let unit = encoder.encode(&picture, position % 25 == 24).expect("encoded");
        encoded.extend(unit.map(|unit| (unit, capture_time)));
    }
    encoded
}

fn measure(frames: &[(AccessUnit, WallTime)]) -> MeasurementReport {
    let mut decoder = H264Decoder::new().expect("a decoder");
    let mut meter = PictureMeter::new(Some(Box::new(TestCardReference::default())));
    for (frame, capture_time) in frames {
        let picture = decoder.decode(&frame.data, &PicturePool::default()).expect("decoded");
        meter.measure(capture_time.after(AGE), &picture.expect("a picture"));
    }
    meter.report()
}

#[test]
fn every_code_is_read_at_every_size_and_bit_rate() {
    let sizes = [(160, 96), (176, 144), (320, 180), (640, 360), (640, 480)];
    for size in sizes {
        for bits_per_second in [60_000, 200_000, 2_000_000] {
            let frames = encode(size, bits_per_second, |picture| picture);
            let report = measure(&frames);
            let what = format!("{size:?} at {bits_per_second}: {report:?}");
            assert_eq!(report.decoded, frames.len() as u64, "{what}");
            assert_eq!(report.coded, report.decoded, "{what}");
            assert_eq!((report.lost, report.repeated, report.reordered), (0, 0, 0), "{what}");
            assert!(report.mean_psnr_decibels.is_some_and(|mean| mean > 22.0), "{what}");
            // To the histogram's step of less than one percent.
            let age = report.latency_p50.expect("codes were read");
            assert!(age >= AGE && age < AGE + AGE / 100, "{what}");
        }
    }
}

#[test]
fn more_bits_make_better_pictures() {
    let decibels = |bits_per_second| {
        measure(&encode((640, 360), bits_per_second, |picture| picture)).mean_psnr_decibels
    };
    let (few, many) = (decibels(120_000), decibels(3_000_000));
    assert!(few < many && many > Some(40.0), "{few:?} {many:?}");
}

#[test]
fn every_code_is_read_from_scaled_pictures() {
    for (width, height) in [(160, 96), (320, 180), (480, 270), (1_280, 720)] {
        let frames = encode((640, 360), 300_000, |picture| scaled(&picture, width, height));
        let report = measure(&frames);
        assert_eq!(report.coded, frames.len() as u64, "{width}x{height}: {report:?}");
    }
}

#[test]
fn the_bit_rate_is_kept() {
    for bits_per_second in [60_000, 150_000] {
        let frames = encode((640, 360), bits_per_second, |picture| picture);
        let bytes: usize = frames.iter().map(|(frame, _)| frame.data.len()).sum();
        let spent = bytes * 8 * 30 / FRAMES as usize;
        // Two seconds with three key frames: rate control has had little time.
        assert!(spent < bits_per_second as usize * 2, "{spent} instead of {bits_per_second}");
    }
}

#[test]
fn frames_lost_on_the_way_are_counted() {
    let mut frames = encode((320, 180), 500_000, |picture| picture);
    let key = frames.iter().rposition(|(frame, _)| frame.is_key_frame).expect("key frames");
    frames.drain(key - 5..key);
    let report = measure(&frames);
    assert_eq!((report.lost, report.decoded), (5, u64::from(FRAMES) - 5));
}
