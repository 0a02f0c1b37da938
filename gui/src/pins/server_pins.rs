//! The file of pins.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use roomrtc_io_mio::CertificateFingerprint;

use super::{PinsError, PinsFile};

/// The pinned certificates of servers, in `servers.toml`. The file is read at every question, and changed
/// as a whole, one program at a time.
#[derive(Clone, Debug)]
pub struct ServerPins {
    path: PathBuf,
}

impl ServerPins {
    /// Those in this folder, or in the one that the system keeps for the user's settings.
    ///
    /// # Errors
    /// [`PinsError::NoFolder`] if it is not known which that is.
    pub fn new(folder: Option<&Path>) -> Result<ServerPins, PinsError> {
        let folder = match folder {
            Some(folder) => folder.to_owned(),
            None => etcetera::choose_base_strategy()
                .map_err(|_| PinsError::NoFolder)?
                .config_dir()
                .join("roomrtc"),
        };
        Ok(ServerPins { path: folder.join("servers.toml") })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The certificate that is pinned for a server, `host:port`.
    ///
    /// # Errors
    /// [`PinsError`] if the file cannot be read. One that is not there holds nothing.
    pub fn pin_of(&self, server: &str) -> Result<Option<CertificateFingerprint>, PinsError> {
        let file = self.read()?;
        let Some(text) = file.servers.get(&server.to_lowercase()) else {
            return Ok(None);
        };
        text.parse().map(Some).map_err(|text| self.wrong(text))
    }

    /// Every server with its certificate.
    ///
    /// # Errors
    /// [`PinsError`] if the file cannot be read. One that is not there holds nothing.
    pub fn all(&self) -> Result<Vec<(String, CertificateFingerprint)>, PinsError> {
        let servers = self.read()?.servers.into_iter();
        let all = servers.map(|(server, text)| text.parse().map(|pin| (server, pin)));
        all.collect::<Result<_, _>>().map_err(|text| self.wrong(text))
    }

    /// Pins a server's certificate in the place of any before.
    ///
    /// # Errors
    /// [`PinsError`] if the file cannot be changed.
    pub fn keep(&self, server: &str, pin: CertificateFingerprint) -> Result<(), PinsError> {
        self.change(|file| {
            file.servers.insert(server.to_lowercase(), pin.to_string());
        })
    }

    /// Forgets a server's certificate.
    ///
    /// # Errors
    /// [`PinsError`] if the file cannot be changed.
    pub fn forget(&self, server: &str) -> Result<(), PinsError> {
        self.change(|file| {
            file.servers.remove(&server.to_lowercase());
        })
    }

    fn change(&self, change: impl FnOnce(&mut PinsFile)) -> Result<(), PinsError> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(|error| self.failed(error))?;
        // Beside the file, which is replaced: a lock on it would be one on the old.
        let lock = File::create(self.path.with_extension("lock"));
        lock.and_then(|lock| lock.lock().map(|()| lock))
            .map_err(|error| self.failed(error))
            .and_then(|_held| {
                let mut file = self.read()?;
                change(&mut file);
                self.write(&file)
            })
    }

    fn read(&self) -> Result<PinsFile, PinsError> {
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(PinsFile::default()),
            Err(error) => return Err(self.failed(error)),
        };
        toml::from_str(&text).map_err(|error| self.wrong(error.message().to_owned()))
    }

    /// Whoever reads meanwhile reads the old file or the new one.
    fn write(&self, file: &PinsFile) -> Result<(), PinsError> {
        let text = toml::to_string(file).map_err(|error| self.wrong(error.to_string()))?;
        let new = self.path.with_extension("new");
        let mut output = File::create(&new).map_err(|error| self.failed(error))?;
        output
            .write_all(
                b"# The certificates of signalling servers, by their SHA-256 fingerprints.\n\n",
            )
            .and_then(|()| output.write_all(text.as_bytes()))
            .and_then(|()| output.sync_all())
            .and_then(|()| fs::rename(&new, &self.path))
            .map_err(|error| self.failed(error))
    }

    fn failed(&self, source: io::Error) -> PinsError {
        PinsError::File { path: self.path.clone(), source }
    }

    fn wrong(&self, text: String) -> PinsError {
        PinsError::Content { path: self.path.clone(), text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pins() -> (tempfile::TempDir, ServerPins) {
        let folder = tempfile::tempdir().expect("a folder");
        let pins = ServerPins::new(Some(&folder.path().join("made/by/it"))).expect("a folder");
        (folder, pins)
    }

    #[test]
    fn what_is_kept_is_found_until_it_is_forgotten() {
        let (_folder, pins) = pins();
        let [one, two] = [b"1", b"2"].map(|bytes| CertificateFingerprint::of(bytes));
        assert_eq!(pins.pin_of("example.org:7000").expect("no file"), None);
        pins.forget("example.org:7000").expect("nothing to forget");
        pins.keep("example.org:7000", one).expect("kept");
        pins.keep("[::1]:7000", two).expect("kept");
        assert_eq!(pins.pin_of("Example.ORG:7000").expect("a file"), Some(one));
        let all = [("[::1]:7000".to_owned(), two), ("example.org:7000".to_owned(), one)];
        assert_eq!(pins.all().expect("a file"), all);
        assert_eq!(pins.pin_of("[::1]:7000").expect("a file"), Some(two));
        assert_eq!(pins.pin_of("example.org:7001").expect("a file"), None);
        pins.keep("example.org:7000", two).expect("kept");
        pins.forget("[::1]:7000").expect("forgotten");
        assert_eq!(pins.pin_of("example.org:7000").expect("a file"), Some(two));
        assert_eq!(pins.pin_of("[::1]:7000").expect("a file"), None);
    }

    #[test]
    fn a_file_that_somebody_has_spoilt_is_an_error_and_is_not_replaced() {
        let (_folder, pins) = pins();
        pins.keep("a:1", CertificateFingerprint::of(b"")).expect("kept");
        for text in ["[servers", "[servers]\n\"a:1\" = \"AA\"", "[severs]\n"] {
            fs::write(pins.path(), text).expect("written");
            let error = pins.pin_of("a:1").expect_err("no pins").to_string();
            assert!(error.contains("servers.toml cannot be read"), "{error}");
        }
        pins.keep("a:1", CertificateFingerprint::of(b"")).expect_err("no pins");
        assert_eq!(fs::read_to_string(pins.path()).expect("a file"), "[severs]\n");
    }
}
