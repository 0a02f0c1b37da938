//! `roomrtc-server backup`.

use std::path::Path;

use roomrtc_server::accounts::DataDirectory;

use super::output;
use super::program_error::ProgramError;
use super::settings::Settings;

/// Copies the accounts to `file`.
pub(crate) fn run(file: &Path, settings: &Settings) -> Result<(), ProgramError> {
    DataDirectory::open_existing(&settings.data())?.back_up(file)?;
    output::line(format_args!("copied to {}", file.display()))
}
