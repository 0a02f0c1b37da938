//! An answer.

use std::borrow::Cow;

use super::{Method, Request, RequestError, Status};

/// A response, RFC 9112 section 4. The connection closes behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// How the request was answered.
    pub status: Status,
    /// The fields that not all responses have.
    pub fields: Vec<(&'static str, Cow<'static, str>)>,
    /// The content.
    pub content: Cow<'static, [u8]>,
}

/// What every response forbids a browser: to guess what the content is, to frame it, to tell others
/// where it was, to hand out more than the page's own camera and microphone, and to keep it.
const EVERYWHERE: &str = "X-Content-Type-Options: nosniff\r\n\
    X-Frame-Options: DENY\r\n\
    Referrer-Policy: no-referrer\r\n\
    Cross-Origin-Opener-Policy: same-origin\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    Permissions-Policy: camera=(self), microphone=(self), geolocation=(), payment=(), usb=()\r\n\
    Cache-Control: no-store\r\n";

/// A year, RFC 6797.
const ONLY_TLS: &str = "Strict-Transport-Security: max-age=31536000\r\n";

impl Response {
    /// A response whose content is its status in words.
    pub fn new(status: Status) -> Response {
        let content = format!("{} {}\n", status.code(), status.reason());
        Response::text(status, "text/plain; charset=utf-8", content.into_bytes())
    }

    /// A response with content of this media type.
    pub fn text(
        status: Status,
        media_type: &'static str,
        content: impl Into<Cow<'static, [u8]>>,
    ) -> Response {
        let fields = vec![("Content-Type", Cow::Borrowed(media_type))];
        Response { status, fields, content: content.into() }
    }

    /// The response to a request that is not served.
    pub fn refusal(error: RequestError) -> Response {
        let response = Response::new(error.status());
        match error {
            RequestError::Method => response.with("Allow", "GET, HEAD"),
            _ => response,
        }
    }

    /// The same with another field.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Response {
        self.fields.push((name, value.into()));
        self
    }

    /// Adds it to `output` as the answer to `request`, if that could be read, over TLS or not.
    pub fn write(&self, request: Option<&Request>, is_tls: bool, output: &mut Vec<u8>) {
        self.write_head(is_tls, output);
        if request.is_none_or(|request| request.method != Method::Head) {
            output.extend_from_slice(&self.content);
        }
    }

    fn write_head(&self, is_tls: bool, output: &mut Vec<u8>) {
        let (code, reason) = (self.status.code(), self.status.reason());
        let mut head = format!("HTTP/1.1 {code} {reason}\r\n{EVERYWHERE}");
        if is_tls {
            head += ONLY_TLS;
        }
        let policy = "Content-Security-Policy";
        if !self.fields.iter().any(|(name, _)| *name == policy) {
            head += "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
        }
        for (name, value) in &self.fields {
            head += &format!("{name}: {value}\r\n");
        }
        if self.status != Status::SwitchingProtocols {
            head += &format!("Content-Length: {}\r\nConnection: close\r\n", self.content.len());
        }
        head += "\r\n";
        output.extend_from_slice(head.as_bytes());
    }
}
