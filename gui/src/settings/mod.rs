//! What is kept on the disk from one start to the next, but for the log.
//!
//! In the [`Folders`] that the system has for a user's settings:
//! - [`SettingsFile`]: `settings.toml`. Entries that this version does not know stay. A file that cannot be
//!   read is set aside under another name, and told;
//! - [`SessionFile`]: `session.toml`, the login that is kept. It is not used if others could read it, or if
//!   there is a link in its place;
//! - [`PeersFile`]: `peers.toml`, the certificates that people had in their last calls;
//! - `identity.toml`, the certificate of this installation, is [`identity`](crate::identity)'s;
//! - `servers.toml` is [`pins`](crate::pins)'.
//!
//! Every file is replaced as a whole: written beside the old one, brought to the disk and renamed, readable
//! by its owner alone. [`Keeper`] does that on a thread of its own, so that nobody waits for a disk;
//! [`read_all`] is what a start begins with.
//!
//! Two windows of one user do not undo each other's changes: a lock is held while a file is changed, of the
//! settings only those are written that were changed here, and a window forgets its own login alone.
//!
//! Left out: a keyring of the system, which not every system has; showing changes by another window while
//! this one runs, which the next start sees.

mod file_fault;
mod folders;
mod keep_order;
mod keeper;
mod last_kept;
mod peer_text;
mod peers_file;
mod peers_text;
mod reading;
mod replacing;
mod secret_opening;
mod session_file;
mod session_text;
mod settings_file;
#[cfg(test)]
mod tests;

pub use file_fault::FileFault;
pub use folders::Folders;
pub use keep_order::KeepOrder;
pub use keeper::Keeper;
pub use peers_file::PeersFile;
pub use reading::read_all;
pub(crate) use secret_opening::open_secret;
pub use session_file::SessionFile;
pub use settings_file::SettingsFile;
