//! Writes the table of what works with whom into a page: `roomrtc-matrix FOLDER PAGE.md`. The folder
//! is that of the notes which `ROOMRTC_MATRIX` had the tests write.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use roomrtc_test_programs::matrix;

fn write(folder: &Path, page: &Path) -> io::Result<()> {
    let table = matrix::table(folder)?;
    let text = fs::read_to_string(page)?;
    let text = matrix::insert(&text, "matrix", &table)
        .ok_or_else(|| io::Error::other("it has no place marked for the table"))?;
    fs::write(page, text)
}

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [folder, page] = arguments.as_slice() else {
        let _ = io::Write::write_all(&mut io::stderr(), b"usage: roomrtc-matrix FOLDER PAGE.md\n");
        return ExitCode::from(2);
    };
    match write(Path::new(folder), Path::new(page)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let text = format!("{} or {}: {error}\n", folder.display(), page.display());
            let _ = io::Write::write_all(&mut io::stderr(), text.as_bytes());
            ExitCode::FAILURE
        }
    }
}
