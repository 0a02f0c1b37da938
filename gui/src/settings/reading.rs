//! What a start begins with.

use std::path::Path;

use super::{FileFault, PeersFile, SessionFile, SettingsFile};
use crate::desktop::{DesktopStart, Notice};
use crate::pins::ServerPins;

/// What was kept in this folder by earlier starts, and what the user is to be told of it.
pub fn read_all(folder: &Path) -> DesktopStart {
    let (settings, mut notices) = SettingsFile::new(folder).read();
    let session = SessionFile::new(folder).read().unwrap_or_else(|fault| {
        notices.push(told(fault));
        None
    });
    let peers = PeersFile::new(folder).read().unwrap_or_else(|fault| {
        notices.push(told(fault));
        vec![]
    });
    let pins = ServerPins::new(Some(folder));
    let certificates = pins.and_then(|pins| pins.all()).unwrap_or_else(|error| {
        tracing::warn!(%error, "servers are not known");
        notices.push(Notice::NotRead { path: folder.join("servers.toml") });
        vec![]
    });
    DesktopStart { settings, session, certificates, peers, notices, ..DesktopStart::default() }
}

fn told(fault: FileFault) -> Notice {
    tracing::warn!(%fault, "not read");
    match fault {
        FileFault::OpenToOthers { path } => Notice::SessionOpenToOthers { path },
        FileFault::File { path, .. } | FileFault::Damaged { path } | FileFault::Full { path } => {
            Notice::NotRead { path }
        }
    }
}
