//! The archive.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{ArchiveError, SystemFacts, Withheld};

/// What stands in the archive for its reader.
const ABOUT: &str = "A report of Room RTC.

about.json       the program and the machine
log.txt          what the program has told since its start
earlier-logs/    what it has told before; the newest file has no number
statistics.json  what was measured of the last call, by the names of the W3C
last.call        the recording of the last call: `roomrtc replay last.call` shows it

There are no passwords, logins, keys or pictures in it. There are names of users and addresses of networks,
and in the recording the credentials by which ICE tested the ways of that one call: they are of no use after it.
";

/// What goes into a report.
#[derive(Clone, Debug)]
pub struct Archive {
    /// What the program has told since its start.
    pub log: String,
    /// The files of what it has told before.
    pub log_files: Vec<PathBuf>,
    /// What was measured of the last call, as JSON.
    pub statistics: String,
    /// The recording of the last call, if there is one.
    pub recording: Option<PathBuf>,
    /// The program and the machine.
    pub facts: SystemFacts,
    /// What must not be in it.
    pub withheld: Withheld,
}

impl Archive {
    /// The most bytes of a recording that are taken, from its beginning: it can be replayed as far as that.
    pub const MOST_RECORDING: u64 = 256 * 1024 * 1024;

    /// The most bytes of each file of the log that are taken.
    const MOST_LOG: u64 = 4 * 1024 * 1024;

    /// A name for a report that is made now: `roomrtc-report-20261123T012345Z.zip`.
    pub fn file_name_now() -> String {
        let mut time = String::new();
        // Writing into a text always succeeds.
        let _ = SystemTime.format_time(&mut Writer::new(&mut time));
        let digits: String = time.chars().take(19).filter(|c| !matches!(c, '-' | ':')).collect();
        format!("roomrtc-report-{digits}Z.zip")
    }

    /// Writes it to a file, which only its owner can read; one that is there is replaced once all is well.
    ///
    /// # Errors
    /// [`ArchiveError`] if it cannot be made or written.
    pub fn write(&self, path: &Path) -> Result<(), ArchiveError> {
        let failed = |source| ArchiveError::File { path: path.to_owned(), source };
        let new = path.with_extension(format!("new-{}", std::process::id()));
        // What a crash has left there may be open to others.
        let _ = fs::remove_file(&new);
        let mut options = OpenOptions::new();
        let file = options.write(true).create_new(true).mode(0o600).open(&new).map_err(failed)?;
        let written = self.fill(file).and_then(|file| Ok(file.sync_all()?));
        let written = written.and_then(|()| fs::rename(&new, path).map_err(failed));
        if written.is_err() {
            // It may never have been there.
            let _ = fs::remove_file(&new);
        }
        written
    }

    fn fill<W: Write + Seek>(&self, output: W) -> Result<W, ArchiveError> {
        let mut zip = ZipWriter::new(output);
        let facts = serde_json::to_string_pretty(&self.facts).map_err(io::Error::from)?;
        for (name, text) in [
            ("README.txt", ABOUT),
            ("about.json", &facts),
            ("log.txt", &self.log),
            ("statistics.json", &self.statistics),
        ] {
            self.add_text(&mut zip, name, text)?;
        }
        for path in &self.log_files {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let text = last_of(path, Archive::MOST_LOG)?;
            self.add_text(&mut zip, &format!("earlier-logs/{name}"), &text)?;
        }
        if let Some(path) = &self.recording {
            self.add_recording(&mut zip, path)?;
        }
        Ok(zip.finish()?)
    }

    fn add_text<W: Write + Seek>(
        &self,
        zip: &mut ZipWriter<W>,
        name: &str,
        text: &str,
    ) -> Result<(), ArchiveError> {
        zip.start_file(name, options())?;
        zip.write_all(self.withheld.strike(text).as_bytes())?;
        Ok(())
    }

    fn add_recording<W: Write + Seek>(
        &self,
        zip: &mut ZipWriter<W>,
        path: &Path,
    ) -> Result<(), ArchiveError> {
        let mut file = File::open(path)?;
        // A call that stands goes on to write.
        let length = file.metadata()?.len().min(Archive::MOST_RECORDING);
        if self.withheld.is_in((&file).take(length))? {
            let why = "The recording had a secret in it and was left out.\n";
            return self.add_text(zip, "last.call.txt", why);
        }
        file.seek(SeekFrom::Start(0))?;
        zip.start_file("last.call", options())?;
        io::copy(&mut file.take(length), zip)?;
        Ok(())
    }
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .unix_permissions(0o600)
}

/// The last bytes of a text file, from a whole line on; what is not UTF-8 is replaced.
fn last_of(path: &Path, most: u64) -> io::Result<String> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let skipped = length.saturating_sub(most);
    file.seek(SeekFrom::Start(skipped))?;
    let mut bytes = vec![];
    file.take(most).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Ok(match (skipped, text.split_once('\n')) {
        (1.., Some((_, rest))) => rest.to_owned(),
        _ => text,
    })
}
