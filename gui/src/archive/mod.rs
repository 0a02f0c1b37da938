//! "Save a report": what somebody needs who is to find out what went wrong, in one archive.
//!
//! An [`Archive`] has the log, the statistics of the call, its recording for the simulator, and facts of the
//! program and the machine. It has no secrets: the log withholds them, passwords are kept nowhere, the
//! recording has neither keys nor pictures in it, and beyond that [`Withheld`] texts, such as the login that
//! is kept, are struck out of every text. A recording that has one in it stays out.
//!
//! Left out: what the other side has; a copy to somewhere else than a file.

#[expect(clippy::module_inception, reason = "the archive is what the module is about")]
mod archive;
mod archive_error;
mod system_facts;
#[cfg(test)]
pub(crate) mod tests;
mod withheld;

pub use archive::Archive;
pub use archive_error::ArchiveError;
pub use system_facts::SystemFacts;
pub use withheld::Withheld;
