//! Why a request is not served.

use super::Status;

/// What is wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum RequestError {
    /// It does not follow the grammar of RFC 9112, or says a thing twice.
    #[error("the request is malformed")]
    Malformed,
    /// Its head is over the limit.
    #[error("the head of the request is too long")]
    HeadTooLong,
    /// It wants something done that is not done here.
    #[error("the method of the request is not served")]
    Method,
    /// It has a body.
    #[error("the request has a body")]
    Body,
    /// It is of another version of HTTP.
    #[error("the request is of another version of HTTP")]
    Version,
}

impl RequestError {
    /// How it is answered.
    pub const fn status(self) -> Status {
        match self {
            RequestError::Malformed => Status::BadRequest,
            RequestError::HeadTooLong => Status::HeaderFieldsTooLarge,
            RequestError::Method => Status::MethodNotAllowed,
            RequestError::Body => Status::ContentTooLarge,
            RequestError::Version => Status::VersionNotSupported,
        }
    }
}

impl From<httparse::Error> for RequestError {
    fn from(error: httparse::Error) -> RequestError {
        match error {
            httparse::Error::TooManyHeaders => RequestError::HeadTooLong,
            httparse::Error::Version => RequestError::Version,
            _ => RequestError::Malformed,
        }
    }
}
