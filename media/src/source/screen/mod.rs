//! Screens and windows, through X11 (feature `screen`).
//!
//! A picture is read with `GetImage` each time one is due and scaled down, never up, to the size that is
//! wanted; its shape stays. A window is taken as far as it is on the screen; what covers it is seen,
//! unless a compositor keeps its content apart. Windows may change their size while they are taken. One that
//! is minimised or out of sight goes on with what was seen of it last; one that is closed is an error.
//! Without the feature [`open`] says so.
//!
//! `cargo run --release -p roomrtc-media --example screen_cost 1280x720` measures what a picture costs. On a busy
//! machine of two cores, with Xvfb, it was 7 ms of the capture thread's processor for a screen of 1280x720,
//! 17 ms for one of 1920x1080 made smaller to that, and 16 ms for one of 1920x1080 as it is: at 15 pictures a
//! second a tenth and a quarter of a core. How much of it is the transfer was not measured.
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

pub use opening::{open, windows, windows_of};
pub use screen_error::ScreenError;
#[cfg(feature = "screen")]
pub use screen_source::ScreenSource;
pub use window_info::WindowInfo;
