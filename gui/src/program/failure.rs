//! Why the program ends without success.

use std::process::ExitCode;

/// Why the program ends without success: a sentence for the user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It could not begin: a wrong option, a file that cannot be read, a port in use.
    #[error("{0}")]
    Start(String),
    /// It began, and did not do what it should.
    #[error("{0}")]
    Run(String),
    /// It began, and did not do what it should, for a reason that has a code of its own.
    #[error("{text}")]
    Coded {
        /// What the program returns.
        code: u8,
        /// The sentence.
        text: String,
    },
}

impl Failure {
    /// What the program returns: 1 for a run that failed, 2 for one that could not begin, another
    /// where the reason has a code of its own.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Failure::Run(_) => ExitCode::from(1),
            Failure::Start(_) => ExitCode::from(2),
            Failure::Coded { code, .. } => ExitCode::from(*code),
        }
    }

    /// It could not begin because of `error`.
    pub fn start(error: impl ToString) -> Failure {
        Failure::Start(error.to_string())
    }
}
