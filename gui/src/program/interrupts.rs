//! Ctrl-C and the system's wish to end.

use std::io;
use std::sync::mpsc::SyncSender;
use std::thread;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::client::ProgramEvent;

/// Tells the main thread of interrupts. A second one ends the program at once.
pub(super) fn watch(events: SyncSender<ProgramEvent>) -> io::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for (count, signal) in signals.forever().enumerate() {
            if count > 0 {
                // Fails for signals that cannot be taken over, which these are not.
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
            let _ = events.try_send(ProgramEvent::Interrupted);
        }
    })?;
    Ok(())
}
