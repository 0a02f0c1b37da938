//! How the window is opened.

use std::path::PathBuf;

/// How the window is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WindowOptions {
    /// Where to write a picture of the window, as PNG. With this the window goes by itself to
    /// the lost packet of which most came, and closes once the picture is taken.
    pub screenshot: Option<PathBuf>,
}
