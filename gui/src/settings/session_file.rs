//! The login that is kept.

use std::path::{Path, PathBuf};

use roomrtc_core::signaling::Token;

use super::session_text::SessionText;
use super::{FileFault, replacing};
use crate::desktop::StoredSession;

/// The file `session.toml`, which only its owner can read.
#[derive(Clone, Debug)]
pub struct SessionFile {
    path: PathBuf,
}

impl SessionFile {
    /// The one in this folder.
    pub fn new(folder: &Path) -> SessionFile {
        SessionFile { path: folder.join("session.toml") }
    }

    /// The login, if one is kept.
    ///
    /// # Errors
    /// [`FileFault`] if it cannot be read, or others could read it.
    pub fn read(&self) -> Result<Option<StoredSession>, FileFault> {
        let Some(text) = replacing::read_secret(&self.path)? else { return Ok(None) };
        let damaged = || FileFault::damaged(&self.path);
        let SessionText { server, user, token } = toml::from_str(&text).map_err(|_| damaged())?;
        let token = Token::new(token).map_err(|_| damaged())?;
        Ok(Some(StoredSession { server, user, token }))
    }

    /// Keeps a login in the place of any before.
    ///
    /// # Errors
    /// [`FileFault`] if the file cannot be replaced.
    pub fn write(&self, session: &StoredSession) -> Result<(), FileFault> {
        let StoredSession { server, user, token } = session.clone();
        let text = SessionText { server, user, token: token.reveal().to_owned() };
        let text = toml::to_string(&text).map_err(|_| FileFault::damaged(&self.path))?;
        replacing::locked(&self.path, || replacing::replace(&self.path, &text))
    }

    /// Forgets the login.
    ///
    /// # Errors
    /// [`FileFault`] if the file cannot be taken away.
    pub fn forget(&self) -> Result<(), FileFault> {
        replacing::remove(&self.path)
    }

    /// Forgets the login of this token. That of another window stays.
    ///
    /// # Errors
    /// [`FileFault`] if the file cannot be taken away.
    pub fn forget_own(&self, token: Option<&Token>) -> Result<(), FileFault> {
        replacing::locked(&self.path, || match self.read() {
            Ok(Some(kept)) if token.is_some_and(|own| *own != kept.token) => Ok(()),
            _ => self.forget(),
        })
    }
}
