//! Telling a running server of changes.

use std::path::Path;

use roomrtc_server::accounts::DataDirectory;

use super::output;
use super::program_error::ProgramError;

/// Tells a server that runs on this data directory, if one does. What was done stands either way.
pub(crate) fn ring(data: &Path) -> Result<(), ProgramError> {
    if let Err(error) = DataDirectory::ring_bell(data) {
        return output::complain(format_args!(
            "a running server could not be told ({error}): if there is one, send it SIGHUP"
        ));
    }
    Ok(())
}
