//! Pictures as PNG files.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use super::{Picture, SnapshotError, write_rgb};

/// Writes the picture to a file in PNG format. A file that is there is replaced.
///
/// # Errors
/// When the file cannot be created or written.
pub fn write_png(picture: &Picture, path: &Path) -> Result<(), SnapshotError> {
    let failed = |reason: String| SnapshotError { path: path.to_path_buf(), reason };
    let file = File::create(path).map_err(|error| failed(error.to_string()))?;
    let (width, height) = (picture.size().width() as u32, picture.size().height() as u32);
    let mut encoder = png::Encoder::new(BufWriter::new(file), width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut pixels = Vec::new();
    write_rgb(picture, &mut pixels);
    let mut writer = encoder.write_header().map_err(|error| failed(error.to_string()))?;
    writer.write_image_data(&pixels).map_err(|error| failed(error.to_string()))?;
    writer.finish().map_err(|error| failed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;
    use crate::picture::{Colour, PictureSize, Rectangle};

    #[test]
    fn a_snapshot_can_be_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("picture.png");
        let mut picture = Picture::new(PictureSize::new(32, 16).expect("valid"));
        let area = Rectangle { left: 0, top: 0, width: 16, height: 16 };
        picture.fill_rectangle(area, Colour::WHITE);
        write_png(&picture, &path).expect("written");
        let file = BufReader::new(File::open(&path).expect("there"));
        let mut reader = png::Decoder::new(file).read_info().expect("a PNG file");
        let mut pixels = vec![0; 32 * 16 * 3];
        let info = reader.next_frame(&mut pixels).expect("whole");
        assert_eq!((info.width, info.height), (32, 16));
        assert_eq!((pixels[0], pixels[3 * 31]), (255, 0));
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let picture = Picture::new(PictureSize::new(16, 16).expect("valid"));
        let error = write_png(&picture, Path::new("/no/such/folder/a.png")).expect_err("no folder");
        assert!(error.to_string().starts_with("cannot write the picture /no/such/folder/a.png: "));
    }
}
