//! What can be done to users.

use clap::Subcommand;

/// The subcommands of `users`. Passwords are read from the terminal without echo or, where standard
/// input is none, from its first line.
#[derive(Debug, Subcommand)]
pub(crate) enum UsersCommand {
    /// Add a user; asks for the password
    Add {
        /// The user's name
        name: String,
    },
    /// Keep a user from logging in, and end all of its sessions
    Disable {
        /// The user's name
        name: String,
    },
    /// Let a disabled user log in again
    Enable {
        /// The user's name
        name: String,
    },
    /// Give a user another password, and end all of its sessions; asks for the password
    Passwd {
        /// The user's name
        name: String,
    },
    /// List all users: name, `enabled` or `disabled`, and when it was made in seconds since 1970,
    /// with tabs between
    List,
    /// Delete a user and all that belongs to it
    Delete {
        /// The user's name
        name: String,
    },
}
