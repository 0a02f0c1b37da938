//! The colours of a picture, drawn by the shader: Xvfb's OpenGL is one of software, and new enough for it.

use roomrtc_media::picture::{Picture, PictureSize, write_rgb};
use roomrtc_media::test_card::TestCard;

use super::{Pair, Screenshot};

/// How far a channel may be off, of 255: coding loses that much, and numbers are rounded.
const CHANNEL: u8 = 10;

/// The middle of each of the card's eight bars, in thousandths of its width.
const BARS: [usize; 8] = [63, 188, 313, 438, 563, 688, 813, 938];

/// Where a bar is looked at, in thousandths of the height: a disc moves over the bars and hides fewer than
/// half of these.
const ROWS: [usize; 9] = [220, 265, 310, 355, 400, 445, 490, 535, 580];

#[test]
fn the_shader_gives_the_colours_of_the_conversion() {
    let Some(mut pair) = Pair::open() else { return };
    pair.call("colours");
    let (_, screenshot) = pair.alice.wait_for_frame(None);
    screenshot.save("colours-alice");
    for bar in BARS {
        let (seen, wanted) = (seen(&screenshot, bar), converted(bar));
        let is_same = seen.iter().zip(wanted).all(|(one, other)| one.abs_diff(other) <= CHANNEL);
        assert!(is_same, "at {bar}: {seen:?}, and {wanted:?} by the conversion");
    }
    pair.alice.hang_up();
    pair.bob.wait_for_end("colours-over");
    pair.alice.wait_for_end("colours-over");
    for told in pair.close() {
        assert!(!told.contains("OpenGL cannot draw planes"), "{told}");
    }
}

/// What a bar is in a window.
fn seen(screenshot: &Screenshot, bar: usize) -> [u8; 3] {
    of_most_rows(|row| screenshot.colour(bar, row).expect("a test card"))
}

/// The same, of a card that was never coded, by the conversion on the processor.
fn converted(bar: usize) -> [u8; 3] {
    let size = PictureSize::NHD;
    let mut picture = Picture::new(size);
    TestCard::new(size).draw(&mut picture);
    let mut colours = Vec::new();
    write_rgb(&picture, &mut colours);
    of_most_rows(|row| {
        let (x, y) = (size.width() * bar / 1_000, size.height() * row / 1_000);
        *colours[(y * size.width() + x) * 3..].first_chunk().expect("a pixel")
    })
}

fn of_most_rows(colour: impl Fn(usize) -> [u8; 3]) -> [u8; 3] {
    let colours = ROWS.map(colour);
    [0, 1, 2].map(|channel| {
        let mut values = colours.map(|colour| colour[channel]);
        values.sort_unstable();
        values[ROWS.len() / 2]
    })
}
