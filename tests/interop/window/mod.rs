//! Windows, as people open them: the built program on a display without a monitor, with keys that a
//! person would press, and looked at by screenshots. The server is the built one, on loopback.
//!
//! Each window has a display of its own, so that it always has the keyboard. Screenshots are left in
//! `target/interop/window`, those of a test that fails too.
//!
//! Left out: a window manager, and clicks: every way taken here is one of the keyboard, or what a
//! window manager sends when a window is closed.

mod calls;
mod colours;
mod display;
mod keyboard;
mod losses;
mod open_window;
mod pair;
mod screenshot;
mod server;

use display::{Display, PATIENCE};
use open_window::OpenWindow;
use pair::Pair;
use screenshot::Screenshot;
use server::Server;
