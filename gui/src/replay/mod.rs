//! `roomrtc replay`: a recorded call in a window, on a timeline.
//!
//! The window is that of [`roomrtc_viewer`], as of `roomrtc-sim view`. Left out: comparing without a
//! window and files for other tools, which `roomrtc-sim replay` does.

mod run;

pub use run::run;
