//! Standard input, line by line.

use std::io::{self, BufRead, Read};
use std::sync::mpsc::SyncSender;
use std::thread;

use crate::client::{LinePlace, ProgramEvent};

/// The longest line that is read whole: a description of many kilobytes is far from it.
const LONGEST_LINE: u64 = 256 * 1024;

/// Most lines that wait for the main thread.
const MOST_LINES: usize = 32;

/// Reads standard input on a thread of its own and hands its lines to the main thread.
pub(crate) fn read_lines(events: SyncSender<ProgramEvent>) -> io::Result<()> {
    thread::Builder::new().name("input".into()).spawn(move || {
        let (sender, places) = LinePlace::some(MOST_LINES);
        each_line(io::stdin().lock(), |line| {
            let place = LinePlace::take(&sender, &places);
            events.send(ProgramEvent::Line(line, place)).is_ok()
        });
        // Nobody listens any more once the main thread is at its end.
        let _ = events.send(ProgramEvent::EndOfInput);
    })?;
    Ok(())
}

/// Calls `deliver` with each line, without its end, until it returns false. The rest of a line
/// that is too long counts as lines of its own.
fn each_line(mut input: impl BufRead, mut deliver: impl FnMut(String) -> bool) {
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        match input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes) {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
        let line = String::from_utf8_lossy(&bytes);
        if !deliver(line.trim_end_matches(['\r', '\n']).to_owned()) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(input: &[u8]) -> Vec<String> {
        let mut lines = Vec::new();
        each_line(input, |line| {
            lines.push(line);
            true
        });
        lines
    }

    #[test]
    fn line_ends_of_both_kinds_and_of_neither() {
        assert_eq!(lines_of(b"a\r\n\nb\xff\nc"), ["a", "", "b\u{fffd}", "c"]);
        assert_eq!(lines_of(b""), Vec::<String>::new());
    }

    #[test]
    fn an_endless_line_is_cut() {
        let endless = vec![b'x'; LONGEST_LINE as usize + 5];
        let lengths: Vec<usize> = lines_of(&endless).iter().map(String::len).collect();
        assert_eq!(lengths, [LONGEST_LINE as usize, 5]);
    }
}
