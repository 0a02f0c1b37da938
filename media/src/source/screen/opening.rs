//! Listing windows and opening screens.

use super::{ScreenError, WindowInfo};
use crate::source::{SourceOptions, VideoSource};

/// The windows that can be taken, the newest last; at most 64.
///
/// # Errors
/// When there is no X11 display, and always without the feature `screen`.
pub fn windows() -> Result<Vec<WindowInfo>, ScreenError> {
    windows_of(None)
}

/// The same of the display of this name, or of the environment's.
///
/// # Errors
/// As [`windows`].
pub fn windows_of(display: Option<&str>) -> Result<Vec<WindowInfo>, ScreenError> {
    #[cfg(feature = "screen")]
    let listed = super::display::Display::connect(display).and_then(|display| display.windows());
    #[cfg(not(feature = "screen"))]
    let (_, listed) = (display, Err(ScreenError::NotBuilt));
    listed
}

/// Takes this window, or the whole screen.
///
/// # Errors
/// When there is no X11 display or no such window, for the whole screen under Wayland, and always
/// without the feature `screen`.
#[cfg(feature = "screen")]
pub fn open(
    window: Option<u32>,
    options: &SourceOptions,
) -> Result<Box<dyn VideoSource>, ScreenError> {
    if window.is_none() && super::display::is_wayland() {
        return Err(ScreenError::Wayland);
    }
    Ok(Box::new(super::ScreenSource::open(None, window, options)?))
}

/// Says that there is nothing to take.
///
/// # Errors
/// Always.
#[cfg(not(feature = "screen"))]
pub fn open(_: Option<u32>, _: &SourceOptions) -> Result<Box<dyn VideoSource>, ScreenError> {
    Err(ScreenError::NotBuilt)
}
