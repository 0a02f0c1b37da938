//! The options of `replay`.

use std::path::PathBuf;

/// The options of `replay`.
#[derive(Clone, Debug, clap::Args)]
pub struct ReplayOptions {
    /// What `--record FILE.call` has written.
    #[arg(value_name = "FILE.call")]
    pub file: PathBuf,
    /// Only show the sessions of this client; all of them otherwise.
    #[arg(long, value_name = "NAME")]
    pub session: Option<String>,
    /// Go to the lost packet of which most came, write a picture of the window to this file, and close it.
    #[arg(long, value_name = "FILE.png")]
    pub screenshot: Option<PathBuf>,
}
