//! What Chromium's camera sees.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Duration;

use roomrtc_media::block_code::BlockCode;
use roomrtc_media::picture::{Picture, PictureSize};
use roomrtc_media::test_card::TestCard;
use roomrtc_media::time::WallTime;

/// Pictures of the film, which is shown over and over.
pub(super) const PICTURES: u32 = 120;
/// From one picture to the next.
pub(super) const INTERVAL: Duration = Duration::from_millis(50);
/// The width and height of its pictures.
pub(super) const SIZE: (u64, u64) = (640, 360);

/// Writes the film as Y4M: the moving card, each picture with its number in the frame code.
pub(super) fn write(path: &Path) {
    let size = PictureSize::new(SIZE.0 as usize, SIZE.1 as usize).expect("a size");
    let card = TestCard::new(size);
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    let rate = 1_000 / INTERVAL.as_millis();
    writeln!(file, "YUV4MPEG2 W{} H{} F{rate}:1 Ip A1:1 C420jpeg", SIZE.0, SIZE.1)
        .expect("written");
    for number in 0..PICTURES {
        let mut picture = Picture::new(size);
        picture.position = number;
        picture.capture_time = WallTime::from_micros((INTERVAL * number).as_micros() as u64);
        card.draw(&mut picture);
        BlockCode::of(&picture, number).draw(&mut picture);
        file.write_all(b"FRAME\n").and_then(|()| file.write_all(picture.bytes())).expect("written");
    }
    file.flush().expect("written");
}
