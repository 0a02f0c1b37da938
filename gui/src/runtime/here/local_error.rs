//! Why there is no local server.

use std::io;

use roomrtc_server::BindError;

use crate::client::StartError;
use crate::desktop::LocalServerProblem;

/// Why there is no local server.
#[derive(Debug, thiserror::Error)]
pub(in crate::runtime) enum LocalError {
    /// There is no folder for it.
    #[error("it is not known where accounts are to be kept")]
    NoFolder,
    /// Its folder or the passwords in it cannot be used.
    #[error("cannot keep the accounts of this machine: {0}")]
    Folder(#[from] io::Error),
    /// The server does not start.
    #[error(transparent)]
    Server(#[from] BindError),
    /// The echo contact does not start.
    #[error("the echo contact cannot be started: {0}")]
    Echo(#[from] StartError),
}

impl LocalError {
    /// What is shown of it.
    pub(in crate::runtime) const fn problem(&self) -> LocalServerProblem {
        match self {
            LocalError::NoFolder
            | LocalError::Folder(_)
            | LocalError::Server(BindError::Open(_) | BindError::Store(_)) => {
                LocalServerProblem::Storage
            }
            LocalError::Server(_) => LocalServerProblem::Network,
            LocalError::Echo(_) => LocalServerProblem::Echo,
        }
    }
}
