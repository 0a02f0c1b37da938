//! The log.

use std::io::Write;

use roomrtc_server::rotation::RotatingFile;
use tracing::Level;
use tracing_appender::non_blocking::{ErrorCounter, NonBlocking, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::layer;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry;
use tracing_subscriber::util::SubscriberInitExt;

use super::log_error::LogError;
use super::log_settings::LogSettings;

/// Lines that wait to be written before more are dropped: whoever fills the log, or a disk that is
/// slow, holds up nobody.
const MOST_WAITING: usize = 16 * 1024;

/// Logs from here on, to a file a JSON object a line, otherwise to standard error for people. A
/// thread of its own writes. When what this gives back is dropped, what waits is written.
/// What is given back with it counts the lines that were dropped.
pub(crate) fn start(settings: &LogSettings) -> Result<(WorkerGuard, ErrorCounter), LogError> {
    let filter = filter(settings.level);
    let Some(path) = &settings.file else {
        let (writer, guard) = writer(std::io::stderr());
        let losses = writer.error_counter();
        registry().with(filter).with(layer().with_ansi(false).with_writer(writer)).init();
        return Ok((guard, losses));
    };
    let opened = RotatingFile::open(path, settings.max_size, settings.set_aside);
    let file = opened.map_err(|source| LogError { path: path.clone(), source })?;
    let (writer, guard) = writer(file);
    let losses = writer.error_counter();
    let json = layer().json().flatten_event(true).with_current_span(false).with_span_list(false);
    registry().with(filter).with(json.with_writer(writer)).init();
    Ok((guard, losses))
}

/// What is ours up to `level`. Of libraries no more than warnings: one that speaks WebSocket logs
/// whole messages, with the passwords in them, for those who want to see everything.
fn filter(level: Level) -> Targets {
    Targets::new().with_target("roomrtc", level).with_default(level.min(Level::WARN))
}

fn writer(output: impl Write + Send + 'static) -> (NonBlocking, WorkerGuard) {
    let builder = NonBlockingBuilder::default().lossy(true).thread_name("log");
    builder.buffered_lines_limit(MOST_WAITING).finish(output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_say_no_more_than_warnings() {
        let everything = filter(Level::TRACE);
        assert!(everything.would_enable("roomrtc_server::shell", &Level::TRACE));
        assert!(everything.would_enable("tungstenite::protocol", &Level::WARN));
        assert!(!everything.would_enable("tungstenite::protocol", &Level::INFO));
        let errors = filter(Level::ERROR);
        assert!(!errors.would_enable("roomrtc_server", &Level::WARN));
        assert!(!errors.would_enable("rustls", &Level::WARN));
    }
}
