//! What the program does.

use std::io::{self, Write};
use std::thread;

use roomrtc_server::{Server, ServerConfig, ServerHandle, StoreLocation};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::program_error::ProgramError;
use super::{Options, logging};

/// Serves until SIGTERM or SIGINT.
///
/// # Errors
/// [`ProgramError`], in a sentence for who started the program.
pub(crate) fn run(options: Options) -> Result<(), ProgramError> {
    logging::start(options.log.as_deref(), options.log_level)?;
    let store = StoreLocation::Directory(options.data);
    let mut server = Server::bind(ServerConfig::new(options.listen, store))?;
    stop_on_signals(server.handle()).map_err(ProgramError::Signals)?;
    let address = server.local_addr();
    announce(&format!("listening on {address}")).map_err(ProgramError::Output)?;
    tracing::info!(%address, "listening");
    if !address.ip().is_loopback() {
        tracing::warn!("passwords cross the network unencrypted: {address} is not a loopback one");
    }
    server.run().map_err(ProgramError::EventLoop)?;
    tracing::info!("stopped");
    Ok(())
}

/// One line on standard output, at once, for whoever waits for it.
fn announce(line: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    writeln!(output, "{line}")?;
    output.flush()
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
