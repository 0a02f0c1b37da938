//! The newest lines.

use std::collections::VecDeque;
use std::sync::Arc;

use super::LogLine;

/// The newest lines of the log.
#[derive(Clone, Debug, Default)]
pub struct LogRing {
    lines: VecDeque<Arc<LogLine>>,
    next: u64,
}

impl LogRing {
    /// The most lines that are kept.
    pub const MOST: usize = 4_000;

    /// Adds a line, which gets the next number; the oldest makes room.
    pub fn push(&mut self, line: LogLine) -> Arc<LogLine> {
        let line = Arc::new(LogLine { number: self.next, ..line });
        self.next += 1;
        if self.lines.len() == LogRing::MOST {
            self.lines.pop_front();
        }
        self.lines.push_back(Arc::clone(&line));
        line
    }

    /// The lines from number `first` on that are still there, the oldest first.
    pub fn since(&self, first: u64) -> impl ExactSizeIterator<Item = &Arc<LogLine>> {
        let skipped = first.saturating_sub(self.dropped());
        self.lines.iter().skip(usize::try_from(skipped).unwrap_or(usize::MAX))
    }

    /// How many lines had to make room.
    pub fn dropped(&self) -> u64 {
        self.next - self.lines.len() as u64
    }

    /// The number that the next line will get: how many there were.
    pub const fn next_number(&self) -> u64 {
        self.next
    }
}
