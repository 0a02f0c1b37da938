//! The log.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Mutex;

use tracing::Level;

use super::log_error::LogError;

/// Logs to `file`, or to standard error, from here on.
pub(crate) fn start(file: Option<&Path>, level: Level) -> Result<(), LogError> {
    let builder = tracing_subscriber::fmt().with_max_level(level).with_ansi(false);
    let Some(path) = file else {
        builder.with_writer(std::io::stderr).init();
        return Ok(());
    };
    let opened = OpenOptions::new().append(true).create(true).mode(0o600).open(path);
    let file = opened.map_err(|source| LogError { path: path.to_owned(), source })?;
    builder.with_writer(Mutex::new(file)).init();
    Ok(())
}
