//! What the panel shows.

use std::collections::VecDeque;
use std::sync::Arc;

use super::{LogLine, LogRing};
use crate::desktop::LogView;

/// The lines of a ring that a view shows, kept up as lines come and go.
#[derive(Clone, Debug, Default)]
pub struct ShownLines {
    view: LogView,
    search: String,
    lines: VecDeque<Arc<LogLine>>,
    next: u64,
}

impl ShownLines {
    /// Takes in what has changed. Only new lines are looked at, unless the view is another.
    pub fn update(&mut self, ring: &LogRing, view: &LogView) {
        if self.view != *view {
            *self = ShownLines {
                view: view.clone(),
                search: view.search.to_lowercase(),
                ..ShownLines::default()
            };
        }
        while self.lines.front().is_some_and(|line| line.number < ring.dropped()) {
            self.lines.pop_front();
        }
        let new = ring.since(self.next).filter(|line| self.shows(line));
        let new: Vec<_> = new.cloned().collect();
        self.lines.extend(new);
        self.next = ring.next_number();
    }

    /// The lines, the oldest first.
    pub const fn lines(&self) -> &VecDeque<Arc<LogLine>> {
        &self.lines
    }

    /// The lines one below the other.
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }

    /// Whether the view has a line in it: grave enough, of the part that is asked for, with the words
    /// searched for in its text or its target.
    fn shows(&self, line: &LogLine) -> bool {
        let LogView { level, target, .. } = &self.view;
        line.level <= *level
            && is_part(&line.target, target)
            && (line.text.to_lowercase().contains(&self.search)
                || line.target.to_lowercase().contains(&self.search))
    }
}

/// Whether a target is a part of the program or lies in it.
fn is_part(target: &str, part: &str) -> bool {
    match target.strip_prefix(part) {
        Some(rest) => part.is_empty() || rest.is_empty() || rest.starts_with("::"),
        None => false,
    }
}
