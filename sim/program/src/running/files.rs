//! The files of a run.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use roomrtc_sim::report::{Account, capture, html, json, lines};

use crate::cli::RunOptions;
use crate::failure::Failure;

/// Writes the files that were asked for, and says so.
pub(super) fn write(
    options: &RunOptions,
    account: &Account<'_>,
    output: &mut impl Write,
) -> Result<(), Failure> {
    if let Some(path) = &options.report {
        write_text(path, &html::html(account))?;
    }
    if let Some(path) = &options.json {
        let text = json::json(account);
        let text = text.map_err(|error| Failure::Serialize("JSON", error.to_string()))?;
        write_text(path, &text)?;
    }
    if let Some(path) = &options.trace {
        write_lines(account, path)?;
    }
    if let Some(path) = &options.pcap {
        write_capture(account, path)?;
    }
    let paths = [&options.report, &options.json, &options.trace, &options.pcap];
    for path in paths.into_iter().flatten() {
        writeln!(output, "wrote {}", path.display())?;
    }
    Ok(())
}

fn write_text(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| Failure::Write(path.to_owned(), error))
}

fn write_lines(account: &Account<'_>, path: &Path) -> Result<(), Failure> {
    let write = || {
        let mut file = BufWriter::new(File::create(path)?);
        for line in lines(account.trace) {
            writeln!(file, "{line}")?;
        }
        file.flush()
    };
    write().map_err(|error| Failure::Write(path.to_owned(), error))
}

fn write_capture(account: &Account<'_>, path: &Path) -> Result<(), Failure> {
    let failed = |error| Failure::Write(path.to_owned(), error);
    let mut file = BufWriter::new(File::create(path).map_err(failed)?);
    let written = capture::write_capture(account.trace, &mut file);
    written.map_err(|error| Failure::Capture(path.to_owned(), error))?;
    file.flush().map_err(failed)
}
