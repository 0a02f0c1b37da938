//! What is served to browsers.

use std::borrow::Cow;

use super::{Answer, Request, Response, Status, Upgrade};
use crate::page::PageFile;

/// The page, and the way to the messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Sites beside the page's own whose scripts may open a WebSocket, each as a browser writes its
    /// `Origin`: `https://example.org`.
    pub origins: Vec<String>,
}

impl Site {
    /// Where messages pass.
    pub const SIGNALING: &'static str = "/signaling";

    /// The answer to a request that came over TLS or not.
    pub fn answer(&self, request: &Request, is_tls: bool) -> Answer {
        if request.path == Site::SIGNALING {
            return self.signaling(request, is_tls);
        }
        let Some(file) = PageFile::at(&request.path) else {
            return Answer::Close(Response::new(Status::NotFound));
        };
        let response = Response::text(Status::Ok, file.media_type, file.content);
        Answer::Close(response.with("Content-Security-Policy", policy(request, is_tls)))
    }

    fn signaling(&self, request: &Request, is_tls: bool) -> Answer {
        if !self.is_allowed(request, is_tls) {
            return Answer::Close(Response::new(Status::Forbidden));
        }
        match &request.upgrade {
            Upgrade::WebSocket { accept } => Answer::WebSocket(
                Response {
                    status: Status::SwitchingProtocols,
                    fields: Vec::new(),
                    content: Cow::Borrowed(b""),
                }
                .with("Upgrade", "websocket")
                .with("Connection", "Upgrade")
                .with("Sec-WebSocket-Accept", accept.clone()),
            ),
            Upgrade::None | Upgrade::OtherVersion => Answer::Close(
                Response::new(Status::UpgradeRequired)
                    .with("Upgrade", "websocket")
                    .with("Sec-WebSocket-Version", "13"),
            ),
        }
    }

    /// Whether the site on whose behalf the request is sent may open a WebSocket. A program that is
    /// no browser names none, and has no user's browser to abuse.
    fn is_allowed(&self, request: &Request, is_tls: bool) -> bool {
        let Some(origin) = &request.origin else {
            return true;
        };
        let scheme = if is_tls { "https" } else { "http" };
        let own = request.host.as_ref().map(|host| format!("{scheme}://{host}"));
        own.iter().chain(&self.origins).any(|allowed| allowed.eq_ignore_ascii_case(origin))
    }
}

/// What the page may load and reach: its own files, and its own server's WebSocket.
fn policy(request: &Request, is_tls: bool) -> String {
    let scheme = if is_tls { "wss" } else { "ws" };
    let socket =
        request.host.as_ref().map(|host| format!(" {scheme}://{host}")).unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
         media-src 'self' blob:; connect-src 'self'{socket}; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'"
    )
}
