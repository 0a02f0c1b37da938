//! How a runtime is set up.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;

use roomrtc_core::base::Seed;

use super::{MachineSources, SourceSettings, Sources};
use crate::desktop::Settings;
use crate::settings::Folders;

/// How a [`super::Runtime`] is set up.
#[derive(Clone)]
pub struct RuntimeOptions {
    /// Where things are kept; `None` if it is not known, where nothing is kept and nothing recorded.
    pub folders: Option<Folders>,
    /// The one local address to use; `None` for all.
    pub bind: Option<IpAddr>,
    /// What keys and everything else is drawn from; `None` for the system's randomness.
    pub seed: Option<Seed>,
    /// The cameras and screens.
    pub sources: Arc<dyn Sources>,
    /// How pictures are taken and encoded.
    pub source_settings: SourceSettings,
    /// Where the files of cameras come and go.
    pub device_folder: PathBuf,
    /// What the user has set: what calls begin with, and whether they are recorded.
    pub settings: Settings,
}

impl RuntimeOptions {
    /// Those of this machine, with these folders.
    pub fn new(folders: Option<Folders>, settings: Settings) -> RuntimeOptions {
        RuntimeOptions {
            folders,
            bind: None,
            seed: None,
            sources: Arc::new(MachineSources),
            source_settings: SourceSettings::default(),
            device_folder: PathBuf::from("/dev"),
            settings,
        }
    }
}

impl fmt::Debug for RuntimeOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuntimeOptions")
            .field("folders", &self.folders)
            .field("bind", &self.bind)
            .field("source_settings", &self.source_settings)
            .finish_non_exhaustive()
    }
}
