//! Opening what was chosen.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::annex_b::AnnexBSource;
use super::y4m::{Y4mReference, Y4mSource};
use super::{
    OpenSourceError, ReferencePictures, SourceChoice, SourceOptions, TestCardReference,
    TestCardSource, VideoSource, camera, screen,
};

/// Opens a source.
///
/// # Errors
/// When a file cannot be read or is of the wrong kind, or the camera or the screen is not there.
pub fn open(
    choice: &SourceChoice,
    options: &SourceOptions,
) -> Result<Box<dyn VideoSource>, OpenSourceError> {
    match choice {
        SourceChoice::TestCard => Ok(Box::new(TestCardSource::new(options))),
        SourceChoice::Camera(index) => Ok(camera::open(*index, options)?),
        SourceChoice::Screen => Ok(screen::open(None, options)?),
        SourceChoice::Window(window) => Ok(screen::open(Some(*window), options)?),
        SourceChoice::File(path) => open_file(path, options),
    }
}

/// The pictures that a receiver can compare with where it knows what the sender has chosen; `None`
/// for cameras, screens, encoded files and what cannot be opened.
pub fn open_reference(choice: &SourceChoice) -> Option<Box<dyn ReferencePictures>> {
    match choice {
        SourceChoice::TestCard => Some(Box::new(TestCardReference::default())),
        SourceChoice::File(path) => {
            let reference = Y4mReference::open(path).ok().flatten()?;
            Some(Box::new(reference))
        }
        SourceChoice::Camera(_) | SourceChoice::Screen | SourceChoice::Window(_) => None,
    }
}

fn open_file(
    path: &Path,
    options: &SourceOptions,
) -> Result<Box<dyn VideoSource>, OpenSourceError> {
    let unreadable = |error: std::io::Error| OpenSourceError::Unreadable {
        path: path.to_path_buf(),
        reason: error.to_string(),
    };
    let mut beginning = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(16).read_to_end(&mut beginning).map_err(unreadable)?;
    if beginning.starts_with(b"YUV4MPEG2") {
        return Ok(Box::new(Y4mSource::open(path, options.frame_rate)?));
    }
    if begins_with_start_code(&beginning) {
        let frame_rate = options.frame_rate.unwrap_or_default();
        return Ok(Box::new(AnnexBSource::open(path, frame_rate)?));
    }
    Err(OpenSourceError::UnknownKind { path: path.to_path_buf() })
}

/// Two zeros or more, and a one.
fn begins_with_start_code(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    zeros >= 2 && bytes.get(zeros) == Some(&1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::PictureSize;

    fn sentence(path: &Path) -> String {
        let size = PictureSize::new(640, 360).expect("valid");
        let options = SourceOptions { size, frame_rate: None };
        match open(&SourceChoice::File(path.to_path_buf()), &options) {
            Ok(source) => source.description(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn a_file_that_is_not_there_is_a_clear_sentence() {
        let said = sentence(Path::new("/no/such/video.y4m"));
        assert!(
            said.starts_with("cannot read the video /no/such/video.y4m: No such file"),
            "{said}"
        );
        assert!(sentence(Path::new("/")).starts_with("cannot read the video /: "));
    }

    #[test]
    fn another_kind_of_file_is_a_clear_sentence() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("video.mp4");
        for content in [&b"\0\0\0\x18ftypmp42"[..], b"", b"YUV4"] {
            std::fs::write(&path, content).expect("written");
            let said = sentence(&path);
            assert!(said.contains("is neither Y4M") && said.contains("video.mp4"), "{said}");
        }
    }

    #[test]
    fn a_stream_may_begin_with_more_zeros() {
        assert!(begins_with_start_code(&[0, 0, 1]) && begins_with_start_code(&[0, 0, 0, 0, 0, 1]));
        assert!(!begins_with_start_code(&[0, 1]) && !begins_with_start_code(&[0; 16]));
    }

    #[test]
    fn there_is_no_reference_for_a_camera_or_a_missing_file() {
        assert!(open_reference(&SourceChoice::Camera(0)).is_none());
        assert!(open_reference(&SourceChoice::File("/no/such/video".into())).is_none());
        assert!(open_reference(&SourceChoice::TestCard).is_some());
    }
}
