//! Why a message is not authentic.

/// Why [`super::Message::verify`] did not find a message authentic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IntegrityError {
    /// There is no MESSAGE-INTEGRITY.
    #[error("no message integrity")]
    Missing,
    /// It was made with another key, or the message was changed.
    #[error("the message integrity does not fit")]
    Mismatch,
}
