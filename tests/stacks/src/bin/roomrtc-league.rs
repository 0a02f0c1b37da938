//! Runs the league and prints its table in Markdown: `roomrtc-league [--seeds N] [--write FILE]`.
//!
//! With a file it also puts the table between that file's marks `<!-- league:begin -->` and
//! `<!-- league:end -->`.

use std::io::{self, Write};
use std::process::ExitCode;

use roomrtc_stacks::league::Table;
use roomrtc_test_programs::matrix;

/// What the command line asks for.
struct Arguments {
    seeds: u64,
    file: Option<String>,
}

/// The command line; `None` if it is not understood.
fn arguments(mut words: impl Iterator<Item = String>) -> Option<Arguments> {
    let mut arguments = Arguments { seeds: 20, file: None };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seeds" => {
                arguments.seeds = words.next()?.parse().ok().filter(|seeds| *seeds > 0)?;
            }
            "--write" => arguments.file = Some(words.next()?),
            _ => return None,
        }
    }
    Some(arguments)
}

fn run(arguments: &Arguments) -> io::Result<()> {
    let mut errors = io::stderr().lock();
    let table = Table::measure(arguments.seeds, |pairing| {
        // Whoever cannot be told of progress sees the table all the same.
        let _untold = writeln!(errors, "{pairing}");
    });
    write!(io::stdout().lock(), "{table}")?;
    let Some(file) = &arguments.file else { return Ok(()) };
    let text = std::fs::read_to_string(file)?;
    let new = matrix::insert(&text, "league", &table.to_string());
    let new = new.ok_or_else(|| io::Error::other(format!("{file} has no marks of a league")))?;
    std::fs::write(file, new)
}

fn main() -> ExitCode {
    let Some(arguments) = arguments(std::env::args().skip(1)) else {
        let _untold = writeln!(io::stderr(), "usage: roomrtc-league [--seeds N] [--write FILE]");
        return ExitCode::from(2);
    };
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _untold = writeln!(io::stderr(), "roomrtc-league: {error}");
            ExitCode::FAILURE
        }
    }
}
