//! What the program is asked to do.

use std::path::PathBuf;

use clap::Subcommand;

use super::users_command::UsersCommand;

/// The subcommands. Without one, the program serves.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve until SIGTERM or SIGINT (what is done without a subcommand, too)
    Serve,
    /// Add, disable, enable, list and delete users, and set their passwords; also while a server
    /// runs
    Users {
        #[command(subcommand)]
        command: UsersCommand,
    },
    /// Add the users of a file with a line `username,password` each
    ///
    /// A line that is skipped is reported with its number and why, never with what is in it. Exits
    /// with 0 if no line was skipped, with 1 otherwise.
    Import {
        /// The file; the name ends at the first comma of a line
        file: PathBuf,
        /// Take passwords that are too short to register with
        #[arg(long)]
        allow_short_passwords: bool,
    },
    /// Copy the accounts to a new file, also while a server runs
    ///
    /// To go back to a copy: stop the server, remove `accounts.sqlite-wal` and
    /// `accounts.sqlite-shm` from the data directory, and put the copy in the place of
    /// `accounts.sqlite`.
    Backup {
        /// The copy; there must be no file of this name
        file: PathBuf,
    },
    /// Look for what is wrong with the settings, the files' permissions and the database
    ///
    /// Changes nothing. Exits with 0 if nothing is wrong, with 1 if something is, which is said in a
    /// line each, and with 2 if the command line is wrong.
    Check,
}
