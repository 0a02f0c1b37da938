//! How a server is known, from the options.

use super::{Failure, Runner};
use crate::cli::ServerOptions;
use crate::pins::{ServerPins, ServerTrust};

/// What is known of the server before it is asked; the runner keeps what it shows.
///
/// # Errors
/// [`Failure::Start`] if the file of certificates cannot be read or changed.
pub(crate) fn server_trust(
    options: &ServerOptions,
    runner: &mut Runner,
) -> Result<ServerTrust, Failure> {
    let mut trust = ServerTrust::plain(&options.server);
    if options.plain {
        return Ok(trust);
    }
    let pins = ServerPins::new(options.config.as_deref()).map_err(Failure::start)?;
    if options.forget_server {
        pins.forget(&options.server).map_err(Failure::start)?;
    }
    trust.is_plain = false;
    trust.given = options.fingerprint;
    trust.kept = pins.pin_of(&options.server).map_err(Failure::start)?;
    trust.path = Some(pins.path().to_owned());
    runner.keep_certificates_in(pins);
    Ok(trust)
}
