//! Why there is no window.

use std::path::PathBuf;

/// Why there is no window, or no picture of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// There is no display.
    #[error("there is no display to open a window on: neither WAYLAND_DISPLAY nor DISPLAY is set")]
    NoDisplay,
    /// The display does not give a window.
    #[error("the window cannot be opened: {0}")]
    Refused(String),
    /// It was closed before the picture was taken.
    #[error("the window was closed before its picture was taken")]
    Closed,
    /// The picture cannot be written.
    #[error("`{path}` cannot be written: {reason}", path = .path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
}
