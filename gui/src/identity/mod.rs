//! The certificate of this installation.
//!
//! Each call could have a certificate of its own, and the headless subcommands do so. Who wants to be known
//! again has one for all calls: then the other side can remember it and see a change
//! (RFC 8827 section 6.5 leaves that to the application), and a safety number once compared stays good. It
//! follows from a secret in `identity.toml` in the folder of the settings, which only its owner can read.
//!
//! Left out: moving it to another installation, and renewing it: it lasts for ten years, and other sides
//! know it by its fingerprint alone.

mod identity_error;
mod identity_file;
mod own_identity;

pub use identity_error::IdentityError;
pub use own_identity::OwnIdentity;

use identity_file::IdentityFile;
