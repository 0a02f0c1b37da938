//! The files that a call writes.

use std::path::Path;

use super::recorder::Recorder;
use super::{MediaSettings, StartError};

/// What a client writes down of what it receives, where that is wanted.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// The received video, H.264 in Annex B byte-stream format.
    pub(super) video: Option<Recorder>,
    /// A line on every decoded picture.
    pub(super) lines: Option<Recorder>,
}

impl Files {
    /// Creates the files that the settings name.
    ///
    /// # Errors
    /// [`StartError::Save`] for the first that cannot be created.
    pub(super) fn create(settings: &MediaSettings) -> Result<Files, StartError> {
        let create = |path: &Path, what| {
            Recorder::create(path, what).map_err(|source| StartError::Save {
                what,
                path: path.to_owned(),
                source,
            })
        };
        Ok(Files {
            video: settings.save.as_deref().map(|p| create(p, "received frames")).transpose()?,
            lines: settings.frames.as_deref().map(|p| create(p, "lines on frames")).transpose()?,
        })
    }
}
