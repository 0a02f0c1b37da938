//! Why there is no figure.

use std::io;

use crate::contender::StartError;
use crate::generator::LoadError;

/// Why a server was not measured.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// It did not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// It did not do what was asked.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The system refuses something.
    #[error("the system says: {0}")]
    System(#[from] io::Error),
    /// It has no such thing.
    #[error("{0}")]
    Without(&'static str),
}
