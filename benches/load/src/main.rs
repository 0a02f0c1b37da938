//! Prints a line a row: what, ours, theirs, ratio. With `--json`, the same for programs.

use std::io::{self, Write};

use clap::Parser;
use roomrtc_bench_load::machine::Machine;
use roomrtc_bench_load::{Options, measuring};

fn main() -> io::Result<()> {
    let machine = Machine::prepare()?;
    let (options, notes) = Options::parse().fitted(&machine);
    let mut output = io::stdout().lock();
    if options.json {
        let mut rows = Vec::new();
        measuring::rows(&options, &machine, &mut |row| {
            rows.push(row);
            Ok(())
        })?;
        serde_json::to_writer_pretty(&mut output, &rows)?;
        return writeln!(output);
    }
    for note in machine.notes().into_iter().chain(notes).chain(options.notes()) {
        writeln!(output, "{note}")?;
    }
    measuring::rows(&options, &machine, &mut |row| {
        writeln!(output, "{row}")?;
        output.flush()
    })
}
