//! From events to lines.

use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use tracing_subscriber::layer::{Context, Layer};

use super::{EventText, LogLine, LogStore};

/// Makes a line of each event, and adds it to a log.
#[derive(Clone, Debug)]
pub struct LogLayer {
    store: LogStore,
}

impl LogLayer {
    /// One that adds to this log.
    pub const fn new(store: LogStore) -> LogLayer {
        LogLayer { store }
    }
}

impl<S: Subscriber> Layer<S> for LogLayer {
    fn on_event(&self, event: &Event<'_>, _context: Context<'_, S>) {
        let mut text = EventText::default();
        event.record(&mut text);
        let metadata = event.metadata();
        self.store.add(LogLine {
            number: 0,
            time: now(),
            level: *metadata.level(),
            target: metadata.target().to_owned(),
            text: text.finish(),
        });
    }
}

fn now() -> String {
    let mut text = String::new();
    // Writing into a text always succeeds.
    let _ = SystemTime.format_time(&mut Writer::new(&mut text));
    text
}
