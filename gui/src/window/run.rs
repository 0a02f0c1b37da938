//! The program's window, from its start to its end.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

use super::backstage::Backstage;
use super::{WindowError, has_display, open};
use crate::archive::Withheld;
use crate::desktop::DesktopStart;
use crate::log::{LogFiles, LogLayer, LogStore, most_logged};
use crate::runtime::{Runtime, RuntimeOptions};
use crate::settings::{Folders, read_all};

/// Opens the program's window and stays in it until it is closed.
///
/// # Errors
/// When there is no display, or no window can be opened on it.
pub fn run() -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    let folders = Folders::of_user();
    // The files are written as long as this is kept.
    let (log, _files) = start_log(folders.as_ref());
    let start = folders.as_ref().map(|folders| read_all(&folders.settings));
    let epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let start = DesktopStart { epoch, ..start.unwrap_or_default() };
    let options = RuntimeOptions::new(folders.clone(), start.settings.clone());
    let withheld = withheld(&start);
    let store = log.clone();
    open(start, log, move |wake| {
        let runtime = Runtime::start(options, move || wake())?;
        Ok(Box::new(Backstage::new(runtime, folders, store, withheld)))
    })
}

fn withheld(start: &DesktopStart) -> Withheld {
    let mut withheld = Withheld::default();
    if let Some(session) = &start.session {
        withheld.add(session.token.reveal());
    }
    withheld
}

/// A log without files is better than none.
fn start_log(folders: Option<&Folders>) -> (LogStore, Option<LogFiles>) {
    let opened = folders.map(|folders| LogFiles::open(&folders.log));
    let (store, files, error) = match opened {
        Some(Ok((store, files))) => (store, Some(files), None),
        Some(Err(error)) => (LogStore::default(), None, Some(error)),
        None => (LogStore::default(), None, None),
    };
    let layer = LogLayer::new(store.clone()).with_filter(most_logged());
    // A second subscriber cannot be set, and would have nothing to add.
    let _ = tracing_subscriber::registry().with(layer).try_init();
    if let Some(error) = error {
        tracing::warn!(%error, "the log is not kept in files");
    }
    (store, files)
}
