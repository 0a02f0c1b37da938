//! What all parts of a runtime stand on.

use std::fmt;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use roomrtc_core::base::Seed;
use roomrtc_core::session::PeerConfig;
use roomrtc_io_mio::{AddressChoice, Clock, EntropyError, LoopConfig, seed};

use super::here::{LocalError, LocalRoom};
use super::{NewsSender, RuntimeOptions, SourceSettings, Sources};
use crate::client::ClientSettings;
use crate::settings::Folders;

/// What all parts of a runtime stand on. Copies are of the same ground.
#[derive(Clone)]
pub(super) struct Ground {
    pub(super) clock: Clock,
    pub(super) seed: Seed,
    pub(super) bind: Option<IpAddr>,
    pub(super) folders: Option<Folders>,
    pub(super) sources: Arc<dyn Sources>,
    pub(super) source_settings: SourceSettings,
    pub(super) news: NewsSender,
    records_calls: Arc<AtomicBool>,
    /// The threads of what takes its time.
    aside: Arc<Mutex<Vec<JoinHandle<()>>>>,
}

impl Ground {
    /// The ground that the options name.
    ///
    /// # Errors
    /// [`EntropyError`] if the system has no randomness.
    pub(super) fn new(options: &RuntimeOptions, news: NewsSender) -> Result<Ground, EntropyError> {
        Ok(Ground {
            clock: Clock::start(),
            seed: options.seed.clone().map_or_else(seed, Ok)?,
            bind: options.bind,
            folders: options.folders.clone(),
            sources: Arc::clone(&options.sources),
            source_settings: options.source_settings,
            news,
            records_calls: Arc::new(AtomicBool::new(options.settings.records_calls)),
            aside: Arc::default(),
        })
    }

    /// Whether calls are recorded.
    pub(super) fn records_calls(&self) -> bool {
        self.records_calls.load(Ordering::Relaxed)
    }

    /// Calls are recorded from here on, or not: whether that is a change.
    pub(super) fn record_calls(&self, records: bool) -> bool {
        self.records_calls.swap(records, Ordering::Relaxed) != records
    }

    /// How a client of this name behaves.
    pub(super) fn client_settings(&self, name: &str) -> ClientSettings {
        let unix_time = self.clock.unix_at_zero();
        ClientSettings {
            peer: PeerConfig { unix_time, ..PeerConfig::default() },
            seed: self.seed.derive(name),
            no_trickle: false,
            is_polite: false,
            hide_addresses: false,
            recording: None,
            impairment: None,
        }
    }

    /// The loop of a client.
    pub(super) fn loop_config(&self) -> LoopConfig {
        let addresses = self.bind.map(AddressChoice::Only);
        let config = LoopConfig::new(self.clock);
        LoopConfig { addresses: addresses.or(config.addresses), ..config }
    }

    /// Starts the server of this machine and its echo contact.
    ///
    /// # Errors
    /// [`LocalError`] if one of them does not start.
    pub(super) fn local_room(&self) -> Result<LocalRoom, LocalError> {
        let folders = self.folders.as_ref().ok_or(LocalError::NoFolder)?;
        LocalRoom::start(
            &folders.server,
            &self.seed.derive("local accounts"),
            self.loop_config(),
            self.client_settings("echo"),
            self.source_settings.bits_per_second,
            self.news.clone(),
        )
    }

    /// Does what takes its time, on a thread of its own under this name.
    pub(super) fn aside(&self, name: &str, task: impl FnOnce() + Send + 'static) {
        let mut running = self.aside.lock().unwrap_or_else(PoisonError::into_inner);
        running.retain(|thread| !thread.is_finished());
        match thread::Builder::new().name(name.to_owned()).spawn(task) {
            Ok(thread) => running.push(thread),
            Err(error) => tracing::error!(%error, name, "there is no thread for it"),
        }
    }

    /// Waits until all of that is done, but for what looks for a name: that may take minutes, and does
    /// no harm.
    pub(super) fn wait(&self) {
        let running =
            std::mem::take(&mut *self.aside.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in running {
            let is_waited_for = thread.thread().name() != Some(Ground::RESOLVING);
            if is_waited_for {
                // A panic on that thread has already been printed there.
                let _ = thread.join();
            }
        }
    }

    /// The name of the threads that look for a server's address.
    pub(super) const RESOLVING: &'static str = "resolve";
}

impl fmt::Debug for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ground").field("folders", &self.folders).finish_non_exhaustive()
    }
}
