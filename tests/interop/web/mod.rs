//! The server's own page in Chromium, which calls `roomrtc call` through a real `roomrtc-server` and is
//! called by it.
//!
//! Everything is as for people: the page is loaded from the server in TLS, its buttons are pressed, and
//! its picture is what is on the screen. A [`server::Server`] is the server's process, in the namespace
//! where ours runs; a [`visit::Visit`] is the page; a [`desktop::Desktop`] is `roomrtc call`. Cameras
//! and how frames are checked are those of `chromium`.

mod accounts;
mod calls;
mod desktop;
mod guests;
mod messages;
mod restarting;
mod server;
mod visit;
