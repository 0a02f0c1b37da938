//! The log.

use std::io::Write;

use tracing::Level;
use tracing_appender::non_blocking::{NonBlocking, NonBlockingBuilder, WorkerGuard};

use super::log_error::LogError;
use super::log_settings::LogSettings;
use super::rotating_file::RotatingFile;

/// Lines that wait to be written before more are dropped: whoever fills the log, or a disk that is
/// slow, holds up nobody.
const MOST_WAITING: usize = 16 * 1024;

/// Logs from here on, to a file a JSON object a line, otherwise to standard error for people. A
/// thread of its own writes. When what this gives back is dropped, what waits is written.
pub(crate) fn start(settings: &LogSettings) -> Result<WorkerGuard, LogError> {
    let level = settings.level;
    let Some(path) = &settings.file else {
        let (writer, guard) = writer(std::io::stderr());
        subscriber(level).with_writer(writer).init();
        return Ok(guard);
    };
    let opened = RotatingFile::open(path, settings.max_size, settings.set_aside);
    let file = opened.map_err(|source| LogError { path: path.clone(), source })?;
    let (writer, guard) = writer(file);
    let json = subscriber(level).json().flatten_event(true);
    json.with_current_span(false).with_span_list(false).with_writer(writer).init();
    Ok(guard)
}

fn subscriber(level: Level) -> tracing_subscriber::fmt::SubscriberBuilder {
    tracing_subscriber::fmt().with_max_level(level).with_ansi(false)
}

fn writer(output: impl Write + Send + 'static) -> (NonBlocking, WorkerGuard) {
    let builder = NonBlockingBuilder::default().lossy(true).thread_name("log");
    builder.buffered_lines_limit(MOST_WAITING).finish(output)
}
