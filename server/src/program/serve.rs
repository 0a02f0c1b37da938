//! `roomrtc-server serve`.

use std::io;
use std::thread;

use roomrtc_server::{Server, ServerHandle};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::program_error::ProgramError;
use super::settings::Settings;
use super::{logging, output};

/// Serves until SIGTERM or SIGINT.
pub(crate) fn run(settings: &Settings) -> Result<(), ProgramError> {
    let _log = logging::start(&settings.log())?;
    let mut server = Server::bind(settings.server())?;
    stop_on_signals(server.handle()).map_err(ProgramError::Signals)?;
    let address = server.local_addr();
    output::line(format_args!("listening on {address}"))?;
    tracing::info!(%address, "listening");
    if !address.ip().is_loopback() {
        tracing::warn!("passwords cross the network unencrypted: {address} is not a loopback one");
    }
    server.run().map_err(ProgramError::EventLoop)?;
    tracing::info!("stopped");
    Ok(())
}

fn stop_on_signals(server: ServerHandle) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT])?;
    let wait = move || {
        for signal in signals.forever() {
            tracing::info!(signal, "stopping");
            if let Err(error) = server.stop() {
                tracing::error!(%error, "the event loop cannot be woken");
            }
        }
    };
    thread::Builder::new().name("signals".into()).spawn(wait).map(drop)
}
