//! The status codes that are used.

/// How a request was answered, RFC 9110 section 15.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 101: what follows is WebSocket.
    SwitchingProtocols,
    /// 200: here it is.
    Ok,
    /// 400: that is no request.
    BadRequest,
    /// 403: not from this site.
    Forbidden,
    /// 404: there is no such thing.
    NotFound,
    /// 405: only GET and HEAD.
    MethodNotAllowed,
    /// 413: no bodies.
    ContentTooLarge,
    /// 426: another protocol has to be spoken here.
    UpgradeRequired,
    /// 431: the head is too long.
    HeaderFieldsTooLarge,
    /// 503: the server is not well.
    ServiceUnavailable,
    /// 505: another version of HTTP.
    VersionNotSupported,
}

impl Status {
    /// Its number.
    pub const fn code(self) -> u16 {
        match self {
            Status::SwitchingProtocols => 101,
            Status::Ok => 200,
            Status::BadRequest => 400,
            Status::Forbidden => 403,
            Status::NotFound => 404,
            Status::MethodNotAllowed => 405,
            Status::ContentTooLarge => 413,
            Status::UpgradeRequired => 426,
            Status::HeaderFieldsTooLarge => 431,
            Status::ServiceUnavailable => 503,
            Status::VersionNotSupported => 505,
        }
    }

    /// Its phrase.
    pub const fn reason(self) -> &'static str {
        match self {
            Status::SwitchingProtocols => "Switching Protocols",
            Status::Ok => "OK",
            Status::BadRequest => "Bad Request",
            Status::Forbidden => "Forbidden",
            Status::NotFound => "Not Found",
            Status::MethodNotAllowed => "Method Not Allowed",
            Status::ContentTooLarge => "Content Too Large",
            Status::UpgradeRequired => "Upgrade Required",
            Status::HeaderFieldsTooLarge => "Request Header Fields Too Large",
            Status::ServiceUnavailable => "Service Unavailable",
            Status::VersionNotSupported => "HTTP Version Not Supported",
        }
    }
}
