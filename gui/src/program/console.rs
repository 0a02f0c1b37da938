//! Writing for people and for pipes.

use std::io::{self, IsTerminal, Write};

/// Standard output for results, standard error for everything else.
///
/// On a terminal the progress line is written over itself. A reader that is gone is no reason to
/// stop a call, so failed writes are passed over.
#[derive(Debug)]
pub(super) struct Console {
    is_terminal: bool,
    has_progress: bool,
}

impl Console {
    pub(super) fn new() -> Console {
        Console { is_terminal: io::stderr().is_terminal(), has_progress: false }
    }

    /// A sentence for the user.
    pub(super) fn say(&mut self, text: &str) {
        self.end_progress();
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// A line of the result.
    pub(super) fn print(&mut self, text: &str) {
        self.end_progress();
        let mut output = io::stdout().lock();
        let _ = writeln!(output, "{text}").and_then(|()| output.flush());
    }

    /// The progress line.
    pub(super) fn progress(&mut self, text: &str) {
        let mut output = io::stderr().lock();
        if self.is_terminal {
            // Back to the first column; what is left of a longer line is erased.
            let _ = write!(output, "\r{text}\x1b[K").and_then(|()| output.flush());
            self.has_progress = true;
        } else {
            let _ = writeln!(output, "{text}");
        }
    }

    /// Leaves the progress line as it is and goes on below it.
    pub(super) fn end_progress(&mut self) {
        if std::mem::take(&mut self.has_progress) {
            let _ = writeln!(io::stderr().lock());
        }
    }
}
