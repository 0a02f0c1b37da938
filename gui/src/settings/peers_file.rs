//! The certificates of people.

use std::path::{Path, PathBuf};

use super::peer_text::PeerText;
use super::peers_text::PeersText;
use super::{FileFault, replacing};
use crate::desktop::KnownPeer;

/// The file `peers.toml`: by server and user, the certificate of the last call.
#[derive(Clone, Debug)]
pub struct PeersFile {
    path: PathBuf,
}

impl PeersFile {
    /// The most people that are remembered. Nobody is forgotten for another: a key that is forgotten would
    /// pass as a first one.
    pub const MOST: usize = 2_000;

    /// The one in this folder.
    pub fn new(folder: &Path) -> PeersFile {
        PeersFile { path: folder.join("peers.toml") }
    }

    /// Everybody who is remembered.
    ///
    /// # Errors
    /// [`FileFault`] if the file cannot be read. One that is not there holds nobody.
    pub fn read(&self) -> Result<Vec<KnownPeer>, FileFault> {
        let peers = self.texts()?.peer.into_iter().map(|peer| {
            let certificate =
                peer.certificate.parse().map_err(|_| FileFault::damaged(&self.path))?;
            let PeerText { server, user, confirmed: is_confirmed, .. } = peer;
            Ok(KnownPeer { server, user, certificate, is_confirmed })
        });
        peers.collect()
    }

    /// Remembers somebody's certificate in the place of the one before.
    ///
    /// # Errors
    /// [`FileFault`] if the file cannot be replaced, or is full.
    pub fn remember(&self, peer: &KnownPeer) -> Result<(), FileFault> {
        replacing::locked(&self.path, || {
            let mut texts = self.texts()?;
            texts.peer.retain(|other| other.server != peer.server || other.user != peer.user);
            if texts.peer.len() >= PeersFile::MOST {
                return Err(FileFault::Full { path: self.path.clone() });
            }
            texts.peer.push(PeerText {
                server: peer.server.clone(),
                user: peer.user.clone(),
                certificate: peer.certificate.to_string(),
                confirmed: peer.is_confirmed,
            });
            let text = toml::to_string(&texts).map_err(|_| FileFault::damaged(&self.path))?;
            replacing::replace(&self.path, &text)
        })
    }

    fn texts(&self) -> Result<PeersText, FileFault> {
        let text = replacing::read(&self.path)?.unwrap_or_default();
        toml::from_str(&text).map_err(|_| FileFault::damaged(&self.path))
    }
}
