//! Why there is no window.

use thiserror::Error;

/// Why there is no window.
#[derive(Debug, Error)]
pub enum WindowError {
    /// The environment names no display.
    #[error("There is no display to open a window on; `roomrtc demo` runs a call without one.")]
    NoDisplay,
    /// The window could not be opened.
    #[error("The window cannot be opened ({0}); `roomrtc demo` runs a call without one.")]
    Failed(eframe::Error),
}
