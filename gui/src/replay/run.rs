//! Opening the window.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use roomrtc_viewer::source::RecordingSource;
use roomrtc_viewer::window::{WindowError, WindowOptions, open};

use crate::cli::ReplayOptions;
use crate::program::Failure;

/// Bytes of the longest recording that is opened: those of many hours.
const MOST_BYTES: u64 = 4 << 30;

/// Runs `roomrtc replay`.
///
/// # Errors
/// [`Failure::Start`] if the file cannot be read or there is no display; [`Failure::Run`] if the picture
/// that was asked for cannot be written.
pub fn run(options: &ReplayOptions) -> Result<(), Failure> {
    let path = options.file.display().to_string();
    let bytes = read(&options.file)
        .map_err(|error| Failure::Start(format!("cannot read {path}: {error}")))?;
    let source = RecordingSource::new(bytes, &path, options.session.as_deref())
        .map_err(|error| Failure::Start(format!("{path}: {error}")))?;
    let window = WindowOptions { screenshot: options.screenshot.clone() };
    open(Box::new(source), &window).map_err(|error| match error {
        WindowError::NoDisplay => Failure::Start(format!(
            "{error}. `roomrtc-sim replay {path} --report FILE.html` writes a page instead."
        )),
        WindowError::Refused(_) => Failure::start(error),
        WindowError::Closed | WindowError::Write { .. } => Failure::Run(error.to_string()),
    })
}

/// The whole of a file, unless it is too long.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    if fs::metadata(path)?.len() > MOST_BYTES {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is too long for a recording"));
    }
    // A pipe does not tell its length.
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(file: &Path) -> Failure {
        let options = ReplayOptions { file: file.to_owned(), session: None, screenshot: None };
        run(&options).expect_err("refused")
    }

    #[test]
    fn what_cannot_be_read_is_told_in_a_sentence() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = refused(&folder.path().join("none.call")).to_string();
        assert!(missing.starts_with("cannot read ") && missing.contains("none.call"), "{missing}");
        let other = folder.path().join("other.call");
        fs::write(&other, "not a call").expect("written");
        let failure = refused(&other);
        assert!(matches!(failure, Failure::Start(_)));
        let text = failure.to_string();
        assert!(text.ends_with("other.call: this is not a recording of a call"), "{text}");
    }
}
