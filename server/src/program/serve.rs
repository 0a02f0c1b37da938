//! `roomrtc-server serve`.

use std::io;
use std::thread;

use roomrtc_server::{Server, ServerHandle};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::program_error::ProgramError;
use super::settings::Settings;
use super::{descriptors, logging, output};

/// Serves until SIGTERM or SIGINT. SIGHUP has the certificate read again.
pub(crate) fn run(settings: &Settings) -> Result<(), ProgramError> {
    let (_log, losses) = logging::start(&settings.log())?;
    descriptors::raise_limit();
    let mut server = Server::bind(settings.server())?;
    server.watch_log(losses);
    heed_signals(server.handle()).map_err(ProgramError::Signals)?;
    let address = server.local_addr();
    let fingerprint = server.fingerprint();
    output::line(format_args!("listening on {address}"))?;
    output::line(format_args!("certificate sha-256 {fingerprint}"))?;
    if let Some(address) = server.metrics_addr() {
        output::line(format_args!("metrics on {address}"))?;
    }
    tracing::info!(%address, %fingerprint, "listening");
    if server.takes_plain() && !address.ip().is_loopback() {
        tracing::warn!("passwords may cross the network unencrypted: plain connections are taken");
    }
    server.run().map_err(ProgramError::EventLoop)?;
    tracing::info!("stopped");
    Ok(())
}

fn heed_signals(server: ServerHandle) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    let wait = move || {
        for signal in signals.forever() {
            if signal == SIGHUP {
                reload(&server);
            } else if let Err(error) = server.stop() {
                tracing::error!(%error, "the event loop cannot be woken");
            }
        }
    };
    thread::Builder::new().name("signals".into()).spawn(wait).map(drop)
}

fn reload(server: &ServerHandle) {
    if let Err(error) = server.look_for_changes() {
        tracing::error!(%error, "the event loop cannot be woken");
    }
    match server.reload_certificate() {
        Ok(fingerprint) => tracing::info!(%fingerprint, "the certificate was read again"),
        Err(error) => tracing::error!(%error, "the certificate stays as it was"),
    }
}
