//! Who one is on the local server.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use roomrtc_core::base::Seed;
use roomrtc_core::signaling::Credentials;
use serde::{Deserialize, Serialize};

/// The passwords of the local server's two accounts. They never print themselves.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LocalAccounts {
    guest: String,
    echo: String,
}

impl LocalAccounts {
    /// The name of the user's account.
    const GUEST: &'static str = "me";

    /// The name of the contact that answers.
    pub(super) const ECHO: &'static str = "echo";

    /// What others may do with the file: nothing.
    const OWNER_ONLY: u32 = 0o600;

    /// Those kept in this folder, or new ones drawn from `secret`, which are kept.
    ///
    /// # Errors
    /// What the system says, or that the file holds something else.
    pub(super) fn keep(folder: &Path, secret: &Seed) -> io::Result<LocalAccounts> {
        fs::create_dir_all(folder)?;
        let path = folder.join("accounts.toml");
        match fs::read_to_string(&path) {
            Ok(text) => toml::from_str(&text)
                .map_err(|_| io::Error::new(ErrorKind::InvalidData, "accounts.toml is spoilt")),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let accounts = LocalAccounts::draw(secret);
                let text = toml::to_string(&accounts).map_err(io::Error::other)?;
                let mut options = OpenOptions::new();
                let options = options.write(true).create_new(true);
                let mut file = options.mode(LocalAccounts::OWNER_ONLY).open(&path)?;
                file.write_all(text.as_bytes())?;
                Ok(accounts)
            }
            Err(error) => Err(error),
        }
    }

    fn draw(secret: &Seed) -> LocalAccounts {
        let password = |name: &str| {
            let bytes: [u8; 16] = secret.stream(name).bytes();
            bytes.iter().map(|byte| format!("{byte:02x}")).collect()
        };
        LocalAccounts { guest: password("guest"), echo: password("echo") }
    }

    /// What the user logs in with.
    pub(super) fn guest(&self) -> Credentials {
        Credentials::new(LocalAccounts::GUEST, self.guest.as_str())
    }

    /// What the contact logs in with.
    pub(super) fn echo(&self) -> Credentials {
        Credentials::new(LocalAccounts::ECHO, self.echo.as_str())
    }
}

impl fmt::Debug for LocalAccounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LocalAccounts(..)")
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn passwords_are_drawn_once_and_are_their_owners_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path().join("made/by/it");
        let keep = |seed| LocalAccounts::keep(&folder, &Seed::from_u64(seed)).expect("kept");
        let first = keep(1);
        assert_eq!(keep(2), first);
        assert_ne!(first.guest, first.echo);
        assert_eq!(format!("{first:?}"), "LocalAccounts(..)");
        let path = folder.join("accounts.toml");
        let mode = fs::metadata(&path).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        fs::write(&path, "spoilt").expect("written");
        assert!(LocalAccounts::keep(&folder, &Seed::from_u64(3)).is_err());
    }
}
