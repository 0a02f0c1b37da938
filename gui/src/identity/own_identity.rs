//! Reading the certificate of this installation, or making it.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use roomrtc_core::base::Seed;
use roomrtc_core::crypto::Certificate;

use super::{IdentityError, IdentityFile};
use crate::settings::open_secret;

/// The file that the certificate of this installation is kept in.
#[derive(Clone, Debug)]
pub struct OwnIdentity {
    path: PathBuf,
}

impl OwnIdentity {
    /// Days that the certificate lasts: ten years.
    const DAYS: u32 = 3_650;

    /// What others may do with the file: nothing.
    const OWNER_ONLY: u32 = 0o600;

    /// The one in this folder.
    pub fn new(folder: &Path) -> OwnIdentity {
        OwnIdentity { path: folder.join("identity.toml") }
    }

    /// The certificate that was kept, or one that is made now, at so many seconds since the Unix epoch,
    /// of this secret. The file is written before the certificate is used.
    ///
    /// # Errors
    /// [`IdentityError`] if it can be neither read nor kept. A file of something else is left alone.
    pub fn certificate(&self, now: i64, secret: &Seed) -> Result<Certificate, IdentityError> {
        if let Some(file) = self.read()? {
            return self.made_of(&file);
        }
        let file = IdentityFile::new(now, secret);
        match self.write(&file) {
            Ok(()) => self.made_of(&file),
            // Another program was faster.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                let file = self.read()?.ok_or_else(|| self.failed(error))?;
                self.made_of(&file)
            }
            Err(error) => Err(self.failed(error)),
        }
    }

    /// A certificate like the one that is kept, for a start without a folder.
    pub fn fleeting(now: i64, secret: &Seed) -> Certificate {
        Certificate::lasting(now, OwnIdentity::DAYS, &mut secret.stream("certificate"))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes the right to read the file away from others: whether they had it.
    ///
    /// # Errors
    /// [`IdentityError`] if that cannot be done. One that is not there is nobody's.
    pub fn close_to_others(&self) -> Result<bool, IdentityError> {
        let file = match open_secret(&self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            opened => opened.map_err(|error| self.failed(error))?,
        };
        let mode = file.metadata().map_err(|error| self.failed(error))?.permissions().mode();
        if mode & 0o077 == 0 {
            return Ok(false);
        }
        let closed = file.set_permissions(Permissions::from_mode(OwnIdentity::OWNER_ONLY));
        closed.map(|()| true).map_err(|error| self.failed(error))
    }

    fn made_of(&self, file: &IdentityFile) -> Result<Certificate, IdentityError> {
        let wrong = || IdentityError::Content { path: self.path.clone() };
        Ok(OwnIdentity::fleeting(file.made, &file.secret().ok_or_else(wrong)?))
    }

    fn read(&self) -> Result<Option<IdentityFile>, IdentityError> {
        let read = open_secret(&self.path).and_then(io::read_to_string);
        match read {
            Ok(text) => toml::from_str(&text)
                .map(Some)
                .map_err(|_| IdentityError::Content { path: self.path.clone() }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                Err(IdentityError::Content { path: self.path.clone() })
            }
            Err(error) => Err(self.failed(error)),
        }
    }

    /// The file is there as a whole or not at all, and never in the place of another.
    fn write(&self, file: &IdentityFile) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let text = toml::to_string(file).map_err(io::Error::other)?;
        let new = self.path.with_extension(format!("{}.new", std::process::id()));
        // What a crash has left there may be open to others, or lead elsewhere.
        let _ = fs::remove_file(&new);
        let mut options = OpenOptions::new();
        let options = options.write(true).create_new(true).mode(OwnIdentity::OWNER_ONLY);
        let mut output = options.open(&new)?;
        let written = output.write_all(text.as_bytes()).and_then(|()| output.sync_all());
        let linked = written.and_then(|()| fs::hard_link(&new, &self.path));
        fs::remove_file(&new).and(linked)
    }

    fn failed(&self, source: io::Error) -> IdentityError {
        IdentityError::File { path: self.path.clone(), source }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_790_000_000;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder")
    }

    #[test]
    fn an_installation_keeps_its_certificate_and_others_have_another() {
        let (here, there) = (folder(), folder());
        let of = |folder: &tempfile::TempDir, now, seed| {
            let identity = OwnIdentity::new(&folder.path().join("made/by/it"));
            identity.certificate(now, &Seed::from_u64(seed)).expect("kept").der().to_vec()
        };
        let first = of(&here, NOW, 1);
        assert_eq!(of(&here, NOW + 1_000_000, 2), first);
        assert_ne!(of(&there, NOW, 3), first);
    }

    #[test]
    fn only_the_owner_can_read_it_and_it_prints_no_secret() {
        let folder = folder();
        let identity = OwnIdentity::new(folder.path());
        identity.certificate(NOW, &Seed::from_u64(1)).expect("kept");
        let files: Vec<_> = fs::read_dir(folder.path()).expect("a folder").flatten().collect();
        assert_eq!(files.len(), 1, "{files:?}");
        let mode = files[0].metadata().expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let file = identity.read().expect("readable").expect("there");
        assert_eq!(format!("{file:?}"), format!("IdentityFile {{ made: {NOW}, .. }}"));
    }

    #[test]
    fn one_that_others_could_read_is_closed_to_them_and_told() {
        let folder = folder();
        let identity = OwnIdentity::new(folder.path());
        assert!(!identity.close_to_others().expect("not there"));
        let made = identity.certificate(NOW, &Seed::from_u64(1)).expect("kept");
        assert!(!identity.close_to_others().expect("ours alone"));
        fs::set_permissions(identity.path(), Permissions::from_mode(0o644)).expect("ours");
        assert!(identity.close_to_others().expect("closed"));
        let mode = identity.path().metadata().expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let same = identity.certificate(NOW, &Seed::from_u64(2)).expect("there");
        assert_eq!(same.der(), made.der());
    }

    #[test]
    fn a_link_in_its_place_is_not_followed() {
        let [folder, elsewhere] = [folder(), folder()];
        OwnIdentity::new(elsewhere.path()).certificate(NOW, &Seed::from_u64(1)).expect("kept");
        let identity = OwnIdentity::new(folder.path());
        let there = elsewhere.path().join("identity.toml");
        std::os::unix::fs::symlink(&there, identity.path()).expect("a link");
        identity.close_to_others().expect_err("a link");
        identity.certificate(NOW, &Seed::from_u64(1)).expect_err("a link");
        assert!(there.exists() && identity.path().is_symlink());
    }

    #[test]
    fn something_else_is_an_error_and_stays() {
        let folder = folder();
        let identity = OwnIdentity::new(folder.path());
        for text in
            ["", "made = 1", "made = 1\nsecret = \"00\"", "made = 1\nsecret = \"é\"", "\u{0}"]
        {
            fs::write(&identity.path, text).expect("written");
            let error = identity.certificate(NOW, &Seed::from_u64(1)).expect_err("no identity");
            assert!(error.to_string().ends_with("is not the certificate of an installation"));
            assert_eq!(fs::read_to_string(&identity.path).expect("there"), text);
        }
        let nowhere = OwnIdentity::new(Path::new("/proc/nowhere"));
        let error = nowhere.certificate(NOW, &Seed::from_u64(1)).expect_err("no folder");
        assert!(error.to_string().starts_with("cannot keep the certificate"), "{error}");
    }
}
