//! A line on a picture.

use roomrtc_media::measurement::PictureMeasurement;
use roomrtc_media::picture::{Picture, PictureSize};
use serde::Serialize;

/// What is written down of one decoded picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct FrameLine {
    /// The number in its code; `None` where that cannot be read.
    frame: Option<u32>,
    /// The time of capture in its code, in microseconds.
    captured: Option<u64>,
    /// When it was decoded, in microseconds since the Unix epoch.
    decoded: u64,
    /// Samples in a row.
    width: usize,
    /// Rows.
    height: usize,
    /// Whether it looks like the test card that its code names; `None` where it cannot be compared.
    matches: Option<bool>,
}

impl FrameLine {
    /// The least peak signal-to-noise ratio of a picture that was merely compressed, in decibels.
    /// The coarsest quantization leaves the card more than this; a picture that is in part missing,
    /// of another time or of another colour has less.
    const LEAST_PSNR_DECIBELS: f64 = 22.0;

    /// The line on a picture. It is compared if it has the size of the card that was sent: scaled
    /// cards differ from cards drawn small.
    pub(super) fn new(
        picture: &Picture,
        measured: &PictureMeasurement,
        compared_size: Option<PictureSize>,
    ) -> FrameLine {
        let size = picture.size();
        let psnr = measured.psnr_decibels.filter(|_| compared_size == Some(size));
        FrameLine {
            frame: measured.code.map(|code| code.frame_number),
            captured: measured.code.map(|code| code.capture_time.as_micros()),
            decoded: measured.decoded_at.as_micros(),
            width: size.width(),
            height: size.height(),
            matches: psnr.map(|psnr| psnr >= FrameLine::LEAST_PSNR_DECIBELS),
        }
    }

    /// As JSON, with a line end.
    pub(super) fn to_json(self) -> Vec<u8> {
        // Neither maps with odd keys nor failing serializers are in it.
        let mut line = serde_json::to_vec(&self).unwrap_or_default();
        line.push(b'\n');
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_media::block_code::BlockCode;
    use roomrtc_media::encoder::{EncoderConfig, H264Encoder};
    use roomrtc_media::measurement::PictureMeter;
    use roomrtc_media::picture::{Colour, PicturePool, Rectangle};
    use roomrtc_media::source::TestCardReference;
    use roomrtc_media::test_card::TestCard;
    use roomrtc_media::time::WallTime;

    const DECODED_AT: WallTime = WallTime::from_micros(9_000_000);

    fn size() -> PictureSize {
        "320x180".parse().expect("a size")
    }

    /// The card with its code, as it is sent as number `number`.
    fn card(number: u32) -> Picture {
        let mut picture = Picture::new(size());
        (picture.position, picture.capture_time) = (number, WallTime::from_micros(8_900_000));
        TestCard::new(size()).draw(&mut picture);
        BlockCode::of(&picture, number).draw(&mut picture);
        picture
    }

    fn line(picture: &Picture, compared_size: Option<PictureSize>) -> String {
        let mut meter = PictureMeter::new(Some(Box::new(TestCardReference::default())));
        let measured = meter.measure(DECODED_AT, picture);
        let line = FrameLine::new(picture, &measured, compared_size).to_json();
        String::from_utf8(line).expect("text")
    }

    #[test]
    fn a_card_is_known_by_its_code_and_compared() {
        let expected = "{\"frame\":7,\"captured\":8900000,\"decoded\":9000000,\"width\":320,\
                        \"height\":180,\"matches\":true}\n";
        assert_eq!(line(&card(7), Some(size())), expected);
        let other = "160x90".parse().ok();
        assert!(line(&card(7), other).contains("\"matches\":null"));
    }

    #[test]
    fn what_cannot_be_read_is_null() {
        let mut grey = Picture::new(size());
        grey.fill(Colour::grey(90));
        let expected = "{\"frame\":null,\"captured\":null,\"decoded\":9000000,\"width\":320,\
                        \"height\":180,\"matches\":null}\n";
        assert_eq!(line(&grey, Some(size())), expected);
    }

    #[test]
    fn a_part_that_is_missing_is_no_match_and_coarse_quantization_is_one() {
        let mut broken = card(7);
        let missing = Rectangle { left: 0, top: 80, width: 320, height: 32 };
        broken.fill_rectangle(missing, Colour { y: 128, u: 128, v: 128 });
        assert!(line(&broken, Some(size())).contains("\"frame\":7"));
        assert!(line(&broken, Some(size())).contains("\"matches\":false"));

        let config = EncoderConfig { bits_per_second: 30_000, ..EncoderConfig::default() };
        let mut encoder = H264Encoder::new(&config).expect("an encoder");
        let mut decoder = roomrtc_media::decoder::H264Decoder::new().expect("a decoder");
        let mut judged = 0;
        for unit in (0..30).filter_map(|n| encoder.encode(&card(n), false).expect("encoded")) {
            let picture = decoder.decode(&unit.data, &PicturePool::default()).expect("decoded");
            let line = line(&picture.expect("a picture"), Some(size()));
            judged += u32::from(line.contains("true"));
            assert!(!line.contains("false"), "{line}");
        }
        assert!(judged > 3, "{judged}");
    }
}
