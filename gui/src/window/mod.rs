//! The window: what carries things between the desktop, the views and the outside.
//!
//! A [`WindowApp`] is drawn by `eframe`. It takes [`News`](crate::desktop::News) from an [`Outside`], hands
//! them to the [`Desktop`](crate::desktop::Desktop), shows the [`views`](crate::views), carries the person's
//! actions into the desktop, and what the desktop wants done back to the outside. It never waits for any of
//! them. It draws again only when something changed: news, a new picture, input, or a deadline: that of the
//! desktop, or of a time that counts on the screen.
//!
//! Videos are drawn by a shader where there is one; see [`video`](crate::video).
//!
//! Left out: more than one window; a place and size that are kept from one start to the next.

mod backstage;
mod display;
mod feed;
mod icon;
mod looks;
mod open;
mod outside;
mod pace;
#[cfg(test)]
mod report_tests;
mod run;
mod telling;
#[cfg(test)]
pub(crate) mod testing;
mod waking;
mod window_app;
mod window_error;

pub use display::has_display;
pub use feed::Feed;
pub use open::open;
pub use outside::Outside;
pub use run::run;
pub use waking::waker;
pub use window_app::WindowApp;
pub use window_error::WindowError;

use looks::Looks;
