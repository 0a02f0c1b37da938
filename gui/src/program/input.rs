//! Standard input, line by line.

use std::io::{self, BufRead, Read};
use std::sync::mpsc::SyncSender;
use std::thread;
use std::time::Duration;

use crate::client::{LinePlace, ProgramEvent};

/// The longest line that is read: a description of many kilobytes is far from it.
const LONGEST_LINE: usize = 256 * 1024;

/// How long to wait for a standard input that somebody else has made non-blocking: a terminal or a
/// socket that is shared with another program.
const PAUSE: Duration = Duration::from_millis(10);

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

/// Calls `deliver` with each line, without its end, until it returns false. What is not UTF-8 in a
/// line is replaced; a line that is too long is told in place of it, and skipped.
fn each_line(mut input: impl BufRead, mut deliver: impl FnMut(Result<String, String>) -> bool) {
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        match read_line(&mut input, &mut bytes) {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
        let line = String::from_utf8_lossy(&bytes);
        let line = line.trim_end_matches(['\r', '\n']);
        let wants_more = if bytes.len() > LONGEST_LINE && skip_line(&mut input, &bytes).is_ok() {
            deliver(Err(format!("it has more than {LONGEST_LINE} bytes")))
        } else {
            deliver(Ok(line.to_owned()))
        };
        if !wants_more {
            return;
        }
    }
}

/// Reads a line with its end, or the beginning of one that is too long: how many bytes.
fn read_line(input: &mut impl BufRead, bytes: &mut Vec<u8>) -> io::Result<usize> {
    loop {
        let room = (LONGEST_LINE + 1).saturating_sub(bytes.len());
        match input.by_ref().take(room as u64).read_until(b'\n', bytes) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => thread::sleep(PAUSE),
            read => return read.map(|_| bytes.len()),
        }
    }
}

/// Reads what is left of the line that begins with `bytes`, and forgets it.
fn skip_line(input: &mut impl BufRead, bytes: &[u8]) -> io::Result<()> {
    if bytes.ends_with(b"\n") {
        return Ok(());
    }
    loop {
        let mut rest = Vec::new();
        let count = read_line(input, &mut rest)?;
        if count == 0 || rest.ends_with(b"\n") {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::os::unix::net::UnixStream;
    use std::sync::mpsc::channel;

    use super::*;

    fn lines_of(input: &[u8]) -> Vec<Result<String, String>> {
        let mut lines = Vec::new();
        each_line(input, |line| {
            lines.push(line);
            true
        });
        lines
    }

    #[test]
    fn line_ends_of_both_kinds_and_of_neither() {
        let expected = ["a", "", "b\u{fffd}", "c"].map(|line| Ok(line.to_owned()));
        assert_eq!(lines_of(b"a\r\n\nb\xff\nc"), expected);
        assert_eq!(lines_of(b""), []);
    }

    #[test]
    fn a_line_that_is_too_long_is_told_and_skipped() {
        let too_long = Err("it has more than 262144 bytes".to_owned());
        let input = [&vec![b'x'; 5 * LONGEST_LINE][..], b"\nnext\n"].concat();
        assert_eq!(lines_of(&input), [too_long.clone(), Ok("next".into())]);
        let endless = vec![b'x'; 3 * LONGEST_LINE];
        assert_eq!(lines_of(&endless), [too_long]);
        let longest = vec![b'x'; LONGEST_LINE];
        assert!(lines_of(&longest)[0].as_ref().is_ok_and(|line| line.len() == LONGEST_LINE));
    }

    #[test]
    fn an_input_that_does_not_block_is_waited_for() {
        let (mut writer, reader) = UnixStream::pair().expect("a pair");
        reader.set_nonblocking(true).expect("set");
        let (sender, lines) = channel();
        let reading = thread::spawn(move || {
            each_line(io::BufReader::new(reader), |line| sender.send(line).is_ok());
        });
        // Each part is written when the one before it has long been read, or has not: both work.
        for part in ["one\ntw", "o\n", "three"] {
            writer.write_all(part.as_bytes()).expect("written");
        }
        assert_eq!(lines.recv(), Ok(Ok("one".into())));
        assert_eq!(lines.recv(), Ok(Ok("two".into())));
        assert!(lines.try_recv().is_err());
        writer.write_all(b" and four\n").expect("written");
        assert_eq!(lines.recv(), Ok(Ok("three and four".into())));
        drop(writer);
        reading.join().expect("it has ended");
    }

    #[test]
    fn whoever_wants_no_more_gets_no_more() {
        let mut count = 0;
        each_line(&b"a\nb\nc\n"[..], |_| {
            count += 1;
            count < 2
        });
        assert_eq!(count, 2);
    }
}
