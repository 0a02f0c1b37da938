//! Error codes.

/// The code of an error response, 300 to 699, RFC 8489 section 14.8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorCode(pub u16);

impl ErrorCode {
    /// Ask the server in ALTERNATE-SERVER.
    pub const TRY_ALTERNATE: ErrorCode = ErrorCode(300);
    /// The request is malformed, or has no credential.
    pub const BAD_REQUEST: ErrorCode = ErrorCode(400);
    /// The credential is wrong.
    pub const UNAUTHENTICATED: ErrorCode = ErrorCode(401);
    /// The request has an attribute that must be understood and is not.
    pub const UNKNOWN_ATTRIBUTE: ErrorCode = ErrorCode(420);
    /// Both agents claim the same role, RFC 8445 section 7.3.1.1.
    pub const ROLE_CONFLICT: ErrorCode = ErrorCode(487);
    /// The server had a temporary error.
    pub const SERVER_ERROR: ErrorCode = ErrorCode(500);

    /// The reason phrase recommended for it; empty for codes not listed here.
    pub const fn reason(self) -> &'static str {
        match self {
            ErrorCode::TRY_ALTERNATE => "Try Alternate",
            ErrorCode::BAD_REQUEST => "Bad Request",
            ErrorCode::UNAUTHENTICATED => "Unauthenticated",
            ErrorCode::UNKNOWN_ATTRIBUTE => "Unknown Attribute",
            ErrorCode::ROLE_CONFLICT => "Role Conflict",
            ErrorCode::SERVER_ERROR => "Server Error",
            _ => "",
        }
    }
}
