//! The file that is imported.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::import_line::MAX_LINE;
use super::program_error::ProgramError;

/// A file, read line by line in bounded memory.
#[derive(Debug)]
pub(crate) struct ImportFile {
    path: PathBuf,
    input: BufReader<File>,
    /// How many lines were read.
    pub(crate) lines: u64,
}

impl ImportFile {
    pub(crate) fn open(path: &Path) -> Result<ImportFile, ProgramError> {
        let file = File::open(path);
        let file = file.map_err(|source| ProgramError::Import { path: path.to_owned(), source })?;
        Ok(ImportFile { path: path.to_owned(), input: BufReader::new(file), lines: 0 })
    }

    /// The next line with its end; of one that is too long, a piece that is too long, too.
    pub(crate) fn line(&mut self) -> Result<Option<Vec<u8>>, ProgramError> {
        let line = self.read();
        line.map_err(|source| ProgramError::Import { path: self.path.clone(), source })
    }

    fn read(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let limit = MAX_LINE as u64 + 1;
        if self.input.by_ref().take(limit).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        self.lines += 1;
        if line.len() > MAX_LINE && !line.ends_with(b"\n") {
            self.input.skip_until(b'\n')?;
        }
        Ok(Some(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_end_is_one_line() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("file");
        let long = "x".repeat(100_000);
        std::fs::write(&path, format!("one\n{long}\nthree")).expect("written");
        let mut file = ImportFile::open(&path).expect("opened");
        let mut line = || file.line().expect("read").map(|line| (line.len(), line[0]));
        assert_eq!(line(), Some((4, b'o')));
        assert_eq!(line(), Some((MAX_LINE + 1, b'x')));
        assert_eq!(line(), Some((5, b't')));
        assert_eq!(line(), None);
        assert_eq!(file.lines, 3);
    }
}
