//! Screens and windows, through X11 (feature `screen`).
//!
//! A picture is read with `GetImage` each time one is due and scaled down, never up, to the size that is
//! wanted; its shape stays. A window is taken as far as it is on the screen; what covers it is seen,
//! unless a compositor keeps its content apart. Windows may change their size while they are taken.
//! Without the feature [`open`] says so.
//!
//! Left out: the pointer, which X11 does not draw into the picture; shared memory (MIT-SHM), which needs
//! `unsafe`; depths other than 32 bits a pixel; one monitor of several; Wayland, whose programs can only
//! be asked through a portal. Under Wayland the windows of X11 programs can still be taken.

#[cfg(feature = "screen")]
mod display;
mod opening;
mod screen_error;
#[cfg(feature = "screen")]
mod screen_source;
#[cfg(feature = "screen")]
mod shrinking;
mod window_info;

pub use opening::{open, windows};
pub use screen_error::ScreenError;
#[cfg(feature = "screen")]
pub use screen_source::ScreenSource;
pub use window_info::WindowInfo;
