//! Pictures that are kept and compared.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use eframe::egui::ColorImage;

/// How far a channel may be off before a pixel counts as another one.
const CHANNEL: u8 = 24;

/// Compares with the picture that is kept in `gui/snapshots`. With `UPDATE_SNAPSHOTS` set, it is written
/// instead. One pixel in 500 may differ, for edges of letters.
pub(crate) fn assert_same(name: &str, found: &ColorImage) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
    let path = folder.join(format!("{name}.png"));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(&folder).expect("a folder");
        return write(&path, found);
    }
    let (size, kept) = read(&path);
    let other = other_pixels(&kept, found);
    if size != found.size || other * 500 > found.pixels.len() {
        let seen = std::env::temp_dir().join(format!("{name}.png"));
        write(&seen, found);
        panic!("{name}: {other} pixels differ; what is seen now is {}", seen.display());
    }
}

fn other_pixels(kept: &[u8], found: &ColorImage) -> usize {
    let pixels = kept.as_chunks::<3>().0.iter().zip(&found.pixels);
    let differs = |(kept, found): &(&[u8; 3], &eframe::egui::Color32)| {
        let [r, g, b, _] = found.to_array();
        kept.iter().zip([r, g, b]).any(|(kept, found)| kept.abs_diff(found) > CHANNEL)
    };
    pixels.filter(differs).count()
}

fn read(path: &PathBuf) -> ([usize; 2], Vec<u8>) {
    let file = File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut reader = png::Decoder::new(BufReader::new(file)).read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut bytes).expect("a whole picture");
    ([frame.width as usize, frame.height as usize], bytes)
}

fn write(path: &Path, image: &ColorImage) {
    let file = BufWriter::new(File::create(path).expect("a file"));
    let [width, height] = image.size.map(|side| u32::try_from(side).expect("a side"));
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let bytes: Vec<u8> =
        image.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&bytes).expect("written");
}
