//! The log file.

use std::fs::File;
use std::path::Path;
use std::sync::Mutex;

use tracing_subscriber::filter::LevelFilter;

use super::Failure;

/// Writes everything from now on to this file.
pub(super) fn start(path: &Path) -> Result<(), Failure> {
    let file = File::create(path).map_err(|error| {
        Failure::Start(format!("cannot write the log {}: {error}", path.display()))
    })?;
    let subscriber = tracing_subscriber::fmt()
        .with_writer(Mutex::new(file))
        .with_ansi(false)
        .with_thread_names(true)
        .with_max_level(LevelFilter::DEBUG)
        .finish();
    tracing::subscriber::set_global_default(subscriber).map_err(Failure::start)
}
