//! The window itself, and the thread that tells it runs.
//!
//! A run is told, and stretches of it are made again, on a thread of their own; the window takes what
//! comes of it, and is drawn only when something has changed or while it plays.

mod answer;
mod following;
mod opening;
mod screenshot;
mod teller;
mod viewer_app;
mod window_error;
mod window_options;

pub use opening::open;
pub use window_error::WindowError;
pub use window_options::WindowOptions;

use answer::Answer;
use following::Following;
use teller::Teller;
use viewer_app::ViewerApp;
