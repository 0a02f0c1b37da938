//! Why the certificate of an installation is another.

use super::FileFault;

/// Why the certificate of an installation cannot be kept or is made anew. There is one all the same.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The one that was kept cannot be used, so another was made: people who were called see a change.
    #[error("the certificate of this installation is new: {0}")]
    MadeAnew(FileFault),
    /// It cannot be kept: the next start will have another.
    #[error("the certificate of this installation is not kept: {0}")]
    NotKept(FileFault),
}
