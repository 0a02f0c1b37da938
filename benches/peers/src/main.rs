//! Prints a line a row: what, ours, theirs, ratio. The rows of the heap are printed by the program
//! `roomrtc-bench-heap`, whose allocator counts.

use std::io::{self, Write};

use roomrtc_bench_peers::{Level, Row, rows, sockets};

fn main() -> io::Result<()> {
    let mut output = io::stdout().lock();
    writeln!(output, "Both ends together on one core; a ratio above 1 is ours ahead.")?;
    writeln!(
        output,
        "(str0m's pure-Rust cryptography does not resolve: its version is unpublished.)"
    )?;
    let mut print = |rows: Vec<Row>| rows.iter().try_for_each(|row| writeln!(output, "{row}"));
    print(vec![rows::media(Level::Packets)])?;
    print(vec![rows::media(Level::Frames)])?;
    print(rows::srtp_alone())?;
    print(vec![rows::connects()])?;
    print(sockets::rows())
}
