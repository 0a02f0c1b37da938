//! The certificate on the disk.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{CertificateFilesError, CertificateSource, StoreLocation};
use crate::transport::tls::Certificate;

/// Two files in PEM: the certificates, and the key of the first.
#[derive(Clone, Debug)]
pub(super) struct CertificateFiles {
    certificate: PathBuf,
    key: PathBuf,
}

impl CertificateFiles {
    /// The certificate of a server with these settings, made if it is to be made and is not there
    /// yet; and where it is, if it is in files.
    pub(super) fn open(
        source: &CertificateSource,
        store: &StoreLocation,
    ) -> Result<(Certificate, Option<CertificateFiles>), CertificateFilesError> {
        let (files, is_made) = match (source, store) {
            (CertificateSource::Files { certificate, key }, _) => {
                (CertificateFiles { certificate: certificate.clone(), key: key.clone() }, false)
            }
            (CertificateSource::Made, StoreLocation::Directory(data)) => {
                (CertificateFiles::beside(data), true)
            }
            (CertificateSource::Made, StoreLocation::Memory) => {
                let (certificate, key) = Certificate::make(SystemTime::now())?;
                let read = Certificate::from_pem(certificate.as_bytes(), key.as_bytes())?;
                return Ok((read, None));
            }
        };
        if is_made && !files.certificate.exists() {
            files.make()?;
        }
        Ok((files.read()?, Some(files)))
    }

    fn beside(data: &Path) -> CertificateFiles {
        let folder = data.join("tls");
        CertificateFiles {
            certificate: folder.join("certificate.pem"),
            key: folder.join("key.pem"),
        }
    }

    /// Reads both.
    pub(super) fn read(&self) -> Result<Certificate, CertificateFilesError> {
        let read = |path: &PathBuf| {
            fs::read(path)
                .map_err(|source| CertificateFilesError::Read { path: path.clone(), source })
        };
        let (certificate, key) = (read(&self.certificate)?, read(&self.key)?);
        Certificate::from_pem(&certificate, &key).map_err(|source| {
            CertificateFilesError::Unusable { path: self.certificate.clone(), source }
        })
    }

    /// Makes both. The certificate comes last: where it is, its key is too, whenever this ends.
    fn make(&self) -> Result<(), CertificateFilesError> {
        let (certificate, key) = Certificate::make(SystemTime::now())?;
        for (path, text) in [(&self.key, key), (&self.certificate, certificate)] {
            write(path, text.as_bytes())
                .map_err(|source| CertificateFilesError::Write { path: path.clone(), source })?;
        }
        Ok(())
    }
}

/// Writes a file for the server's user alone, whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let unfinished = path.with_extension("new");
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_certificate_is_made_once_and_for_the_server_alone() {
        let data = tempfile::tempdir().expect("made");
        let store = StoreLocation::Directory(data.path().join("data"));
        let open = || CertificateFiles::open(&CertificateSource::Made, &store).expect("opened").0;
        let first = open();
        assert_eq!(open().fingerprint(), first.fingerprint());
        for name in ["certificate.pem", "key.pem"] {
            let file = fs::metadata(data.path().join("data/tls").join(name)).expect("there");
            assert_eq!(file.permissions().mode() & 0o777, 0o600, "{name}");
        }
    }

    #[test]
    fn a_key_without_its_certificate_is_made_anew() {
        let data = tempfile::tempdir().expect("made");
        let store = StoreLocation::Directory(data.path().to_owned());
        fs::create_dir(data.path().join("tls")).expect("made");
        fs::write(data.path().join("tls/key.pem"), "torn").expect("written");
        CertificateFiles::open(&CertificateSource::Made, &store).expect("opened");
    }

    #[test]
    fn an_operators_files_have_to_be_there() {
        let source = CertificateSource::Files { certificate: "/none".into(), key: "/no".into() };
        let opened = CertificateFiles::open(&source, &StoreLocation::Memory);
        let sentence = opened.expect_err("refused").to_string();
        assert!(sentence.starts_with("cannot read /none: "), "{sentence}");
    }
}
