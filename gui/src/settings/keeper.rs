//! The thread that writes.

use std::error::Error;
use std::io;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use super::last_kept::LastKept;
use super::{KeepOrder, PeersFile};
use crate::desktop::Kept;
use crate::pins::ServerPins;

/// Most orders that wait for the disk.
const MOST_WAITING: usize = 256;

/// The thread that writes what is kept. When this is dropped, what waits is written.
#[derive(Debug)]
pub struct Keeper {
    orders: Option<SyncSender<KeepOrder>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Starts one for the files in this folder. `fail` is called on the thread with what could not be kept;
    /// the log has the reason.
    ///
    /// # Errors
    /// What the system says if there is no thread.
    pub fn start(folder: &Path, fail: impl Fn(Kept) + Send + 'static) -> io::Result<Keeper> {
        let folder = folder.to_owned();
        let (orders, received) = sync_channel(MOST_WAITING);
        let thread = thread::Builder::new().name("settings".into());
        // What is kept from here on is a change of what the window has begun with.
        let last = LastKept::read(&folder);
        let thread = thread.spawn(move || write_all(&folder, last, &received, fail))?;
        Ok(Keeper { orders: Some(orders), thread: Some(thread) })
    }

    /// Has something kept, without waiting.
    ///
    /// # Errors
    /// What it was about, if the disk is so far behind that there is no room.
    pub fn keep(&self, order: KeepOrder) -> Result<(), Kept> {
        let kept = order.kept();
        let sent = self.orders.as_ref().map(|orders| orders.try_send(order));
        sent.and_then(Result::ok).ok_or(kept)
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // A panic on that thread has already been printed there.
            let _ = thread.join();
        }
    }
}

fn write_all(
    folder: &Path,
    mut last: LastKept,
    received: &Receiver<KeepOrder>,
    fail: impl Fn(Kept),
) {
    for order in received {
        if let Err(error) = write(folder, &order, &mut last) {
            tracing::warn!(%error, what = ?order.kept(), "not kept");
            fail(order.kept());
        }
    }
}

fn write(folder: &Path, order: &KeepOrder, last: &mut LastKept) -> Result<(), Box<dyn Error>> {
    match order {
        KeepOrder::Settings(settings) => last.change(folder, settings)?,
        KeepOrder::Session(session) => last.keep(folder, session)?,
        KeepOrder::ForgetSession => last.forget(folder)?,
        KeepOrder::Peer(peer) => PeersFile::new(folder).remember(peer)?,
        KeepOrder::Certificate { server, certificate } => {
            ServerPins::new(Some(folder))?.keep(server, *certificate)?;
        }
    }
    Ok(())
}
