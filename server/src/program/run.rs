//! What the program does.

use super::command::Command;
use super::program_error::ProgramError;
use super::settings::Settings;
use super::{Options, backup, check, import, serve, users};

/// Does what the command line asks for.
///
/// # Errors
/// [`ProgramError`], in a sentence for who started the program.
pub(crate) fn run(options: Options) -> Result<(), ProgramError> {
    let config = options.config.as_deref();
    let settings = Settings::read(config, &options.settings)?;
    match options.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::run(&settings),
        Command::Users { command } => users::run(command, &settings),
        Command::Import { file, allow_short_passwords } => {
            import::run(&file, allow_short_passwords, &settings)
        }
        Command::Backup { file } => backup::run(&file, &settings),
        Command::Check => check::run(config, &settings),
    }
}
