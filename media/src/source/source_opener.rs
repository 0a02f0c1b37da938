//! Opening a source later.

use super::{OpenSourceError, VideoSource};

/// Opens a source where it is used: on the thread that takes its pictures, which may wait for a driver.
pub type SourceOpener =
    Box<dyn FnOnce() -> Result<Box<dyn VideoSource>, OpenSourceError> + Send + 'static>;
