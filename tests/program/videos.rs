//! Small videos to send.

use std::fs;
use std::path::{Path, PathBuf};

use roomrtc_media::encoder::{EncoderConfig, H264Encoder};
use roomrtc_media::h264::NalUnits;
use roomrtc_media::picture::{Colour, Picture, PictureSize, Rectangle};
use roomrtc_media::time::WallTime;

const WIDTH: usize = 320;
const HEIGHT: usize = 180;

/// A picture with a bar that moves with `number`.
fn picture(number: usize) -> Picture {
    let size = PictureSize::new(WIDTH, HEIGHT).expect("a size");
    let mut picture = Picture::new(size);
    picture.fill(Colour::grey(90));
    let left = number * 8 % (WIDTH - 40);
    let bar = Rectangle { left, top: 40, width: 40, height: 100 };
    picture.fill_rectangle(bar, Colour::grey(200));
    picture.capture_time = WallTime::from_micros(number as u64 * 33_333);
    picture
}

/// Thirty pictures as Y4M.
pub(super) fn y4m(directory: &Path) -> PathBuf {
    let mut bytes = format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F30:1 Ip C420jpeg\n").into_bytes();
    for number in 0..30 {
        let picture = picture(number);
        bytes.extend_from_slice(b"FRAME\n");
        let (y, u, v) = picture.planes();
        for plane in [y, u, v] {
            bytes.extend_from_slice(plane);
        }
    }
    let path = directory.join("bar.y4m");
    fs::write(&path, bytes).expect("written");
    path
}

/// Sixty pictures as H.264, with a key frame every twenty.
pub(super) fn annex_b(directory: &Path) -> PathBuf {
    let mut encoder = H264Encoder::new(&EncoderConfig::default()).expect("an encoder");
    let mut bytes = Vec::new();
    for number in 0..60 {
        let encoded = encoder.encode(&picture(number), number % 20 == 0).expect("encoded");
        bytes.extend(encoded.map_or_else(Vec::new, |unit| unit.data));
    }
    let path = directory.join("bar.264");
    fs::write(&path, bytes).expect("written");
    path
}

/// Fifteen pictures of one size and fifteen of another as H.264, each beginning with a key frame.
pub(super) fn two_sizes() -> Vec<u8> {
    let mut encoder = H264Encoder::new(&EncoderConfig::default()).expect("an encoder");
    let sizes = [(160, 90), (480, 270)];
    let pictures = sizes.iter().flat_map(|&(width, height)| {
        (0..15).map(move |number: u8| {
            let mut picture = Picture::new(PictureSize::new(width, height).expect("a size"));
            picture.fill(Colour::grey(60 + number));
            picture.capture_time = WallTime::from_micros(u64::from(number) * 33_333);
            (picture, number == 0)
        })
    });
    let encoded = pictures.map(|(picture, is_first)| {
        encoder.encode(&picture, is_first).expect("encoded").map_or_else(Vec::new, |unit| unit.data)
    });
    encoded.flatten().collect()
}

/// Key frames whose slices begin as they should, and go on with what no encoder writes.
pub(super) fn undecodable() -> Vec<u8> {
    let mut encoder = H264Encoder::new(&EncoderConfig::default()).expect("an encoder");
    let frames = (0..10).map(|number| {
        let data = encoder.encode(&picture(number), true).expect("encoded").expect("a frame").data;
        let units = NalUnits::new(&data).map(|unit| {
            let mut bytes = [&[0, 0, 0, 1], unit.bytes].concat();
            // Bytes 4 and 5 are the NAL unit's header and the beginning of the slice's.
            if bytes[4] & 0x1f == 5 {
                bytes.iter_mut().skip(16).for_each(|byte| *byte = 0x55);
            }
            bytes
        });
        units.flatten().collect::<Vec<u8>>()
    });
    frames.flatten().collect()
}

/// The NAL units of a file, in order.
pub(super) fn nal_units(path: &Path) -> Vec<Vec<u8>> {
    let bytes = fs::read(path).expect("a file");
    NalUnits::new(&bytes).map(|unit| unit.bytes.to_vec()).collect()
}
