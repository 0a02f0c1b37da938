//! What this program has kept last.

use std::path::Path;

use roomrtc_core::signaling::Token;

use super::{FileFault, SessionFile, SettingsFile};
use crate::desktop::{Settings, StoredSession};

/// What this program has read or kept last. Another window of the same user may have kept something else
/// since, which stays.
#[derive(Debug)]
pub(super) struct LastKept {
    settings: Settings,
    token: Option<Token>,
}

impl LastKept {
    /// What is there at the start.
    pub(super) fn read(folder: &Path) -> LastKept {
        let session = SessionFile::new(folder).read().ok().flatten();
        LastKept {
            settings: SettingsFile::new(folder).read().0,
            token: session.map(|session| session.token),
        }
    }

    /// Keeps what was changed here of the settings.
    pub(super) fn change(&mut self, folder: &Path, settings: &Settings) -> Result<(), FileFault> {
        SettingsFile::new(folder).change(&self.settings, settings)?;
        self.settings.clone_from(settings);
        Ok(())
    }

    /// Keeps this window's login.
    pub(super) fn keep(&mut self, folder: &Path, session: &StoredSession) -> Result<(), FileFault> {
        self.token = Some(session.token.clone());
        SessionFile::new(folder).write(session)
    }

    /// Forgets this window's login, and no other.
    pub(super) fn forget(&mut self, folder: &Path) -> Result<(), FileFault> {
        SessionFile::new(folder).forget_own(self.token.take().as_ref())
    }
}
