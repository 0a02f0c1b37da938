//! The log of the window: the newest lines for its panel, and files that outlive it.
//!
//! A [`LogLayer`] takes what the program tells through `tracing`. Each event becomes one [`LogLine`], which
//! goes into a [`LogRing`] of bounded size and, through a thread of its own, into files that are set aside
//! by their size. What fields named after secrets hold is withheld; of libraries no more than warnings are
//! taken. [`ShownLines`] is what the panel shows of the ring: pure, and kept up line by line.
//!
//! Left out: spans, which the client has none of; times in the user's zone.

mod event_text;
mod log_contents;
mod log_files;
mod log_layer;
mod log_line;
mod log_ring;
mod log_store;
mod shown_lines;
#[cfg(test)]
mod tests;

pub use log_files::{LogFiles, most_logged};
pub use log_layer::LogLayer;
pub use log_line::LogLine;
pub use log_ring::LogRing;
pub use log_store::LogStore;
pub use shown_lines::ShownLines;

use event_text::EventText;
