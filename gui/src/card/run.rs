//! Writing the file.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use roomrtc_media::block_code::BlockCode;
use roomrtc_media::picture::{Picture, PictureSize};
use roomrtc_media::source::y4m::Y4mWriter;
use roomrtc_media::test_card::TestCard;
use roomrtc_media::time::{FrameRate, WallTime};

use crate::cli::CardOptions;
use crate::program::Failure;

/// Runs `roomrtc card`.
///
/// # Errors
/// [`Failure::Start`] if the file cannot be created, [`Failure::Run`] if it cannot be written.
pub fn run(options: &CardOptions) -> Result<(), Failure> {
    let path = options.file.display();
    let file = File::create(&options.file).map_err(|error| {
        Failure::Start(format!("cannot write the test card to {path}: {error}"))
    })?;
    // A picture is begun while it is before the end.
    let count = options.fps.index_at(options.seconds.0);
    write_cards(BufWriter::new(file), options.size, options.fps, count)
        .map_err(|error| Failure::Run(format!("cannot write the test card to {path}: {error}")))
}

/// Writes the first `count` pictures of the card.
fn write_cards(
    output: impl Write,
    size: PictureSize,
    frame_rate: FrameRate,
    count: u64,
) -> io::Result<()> {
    let mut writer = Y4mWriter::new(output, size, frame_rate)?;
    let (card, mut picture) = (TestCard::new(size), Picture::new(size));
    for number in 0..count {
        picture.position = (number % u64::from(TestCard::POSITIONS)) as u32;
        picture.capture_time = WallTime::default().after(frame_rate.time_of(number));
        card.draw(&mut picture);
        BlockCode::of(&picture, number as u32).draw(&mut picture);
        writer.write(&picture)?;
    }
    writer.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use roomrtc_media::source::y4m::Y4mReader;

    #[test]
    fn pictures_are_numbered_and_timed_from_the_beginning() {
        let size = PictureSize::new(320, 180).expect("valid");
        let mut bytes = Vec::new();
        write_cards(&mut bytes, size, FrameRate::default(), 4).expect("written");
        let mut reader = Y4mReader::new(Cursor::new(bytes)).expect("a Y4M file");
        let mut picture = Picture::new(size);
        for (number, micros) in [(0, 0), (1, 33_333), (2, 66_666), (3, 100_000), (0, 0)] {
            reader.read(&mut picture).expect("read");
            let code = BlockCode::read(&picture).expect("a code");
            assert_eq!((code.frame_number, code.capture_time.as_micros()), (number, micros));
        }
    }

    #[test]
    fn a_full_disk_is_told() {
        let size = PictureSize::new(320, 180).expect("valid");
        let full = File::options().write(true).open("/dev/full").expect("opened");
        assert!(write_cards(full, size, FrameRate::default(), 1).is_err());
    }
}
