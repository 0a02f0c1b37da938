//! What has arrived on connections, and what is done about it.

use roomrtc_core::signaling::{ErrorCode, ErrorMessage, Message};
use tungstenite::protocol::frame::coding::CloseCode;

use super::{Door, Server};
use crate::hub::{ConnectionId, Input};
use crate::transport::http::{Answer, Request, RequestError, Response, Status};
use crate::transport::{Arrival, Opening};

impl Server {
    pub(super) fn arrived(&mut self, id: ConnectionId, arrival: Arrival) {
        let now = self.clock.now();
        match arrival {
            Arrival::Frames => self.begin_frames(id),
            Arrival::Plain(opening) => self.refuse_plain(id, opening),
            Arrival::Message(message) => {
                self.hub.handle(now, Input::Message { connection: id, message });
            }
            Arrival::Unreadable(error) => {
                self.hub.handle(now, Input::Unreadable { connection: id, error });
            }
            Arrival::Request(request) => self.answer(id, &request),
            Arrival::BadRequest(error) => self.refuse_request(id, error),
            Arrival::Ended => self.finish(id, CloseCode::Normal),
        }
    }

    fn begin_frames(&mut self, id: ConnectionId) {
        match self.links.get(&id).map(|link| link.door) {
            Some(Door::Clients) => self.enter_hub(id),
            Some(Door::Operator) => self.finish(id, CloseCode::Policy),
            None => {}
        }
    }

    /// The connection can carry messages: the hub is told of it.
    fn enter_hub(&mut self, id: ConnectionId) {
        self.end_opening(id);
        let Some(link) = self.links.get_mut(&id) else {
            return;
        };
        link.is_in_hub = true;
        let address = link.address.ip();
        self.metrics.opened(&link.transport);
        self.hub.handle(self.clock.now(), Input::Opened { connection: id, address });
    }

    /// A password would cross the network for all to read.
    fn refuse_plain(&mut self, id: ConnectionId, opening: Opening) {
        self.metrics.turned_away("plain");
        let Some(link) = self.links.get_mut(&id) else {
            return;
        };
        tracing::debug!(connection = id.0, address = %link.address, "a connection without TLS");
        match opening {
            Opening::Http => {
                let response = Response::new(Status::UpgradeRequired).with("Upgrade", "TLS/1.2");
                link.respond(None, &response);
            }
            Opening::Frames | Opening::Tls => link.send(&Message::Error(ErrorMessage {
                request: None,
                code: ErrorCode::TlsRequired,
                user: None,
                text: "This server is reached over TLS only.".into(),
            })),
        }
        self.finish(id, CloseCode::Policy);
    }

    fn answer(&mut self, id: ConnectionId, request: &Request) {
        let Some(link) = self.links.get(&id) else {
            return;
        };
        match link.door {
            Door::Operator => self.answer_operator(id, request),
            Door::Clients => match self.site.answer(request, link.transport.is_tls()) {
                Answer::Close(response) => self.respond(id, Some(request), &response),
                Answer::WebSocket(response) => self.grant_web_socket(id, request, &response),
            },
        }
    }

    fn grant_web_socket(&mut self, id: ConnectionId, request: &Request, response: &Response) {
        self.metrics.responded(response.status);
        if let Some(link) = self.links.get_mut(&id) {
            link.respond(Some(request), response);
            link.transport.upgrade();
        }
        self.enter_hub(id);
    }

    fn refuse_request(&mut self, id: ConnectionId, error: RequestError) {
        tracing::debug!(connection = id.0, %error, "a request is not served");
        self.respond(id, None, &Response::refusal(error));
    }

    /// Answers a request, behind which the connection closes.
    pub(super) fn respond(
        &mut self,
        id: ConnectionId,
        request: Option<&Request>,
        response: &Response,
    ) {
        self.metrics.responded(response.status);
        if let Some(link) = self.links.get_mut(&id) {
            link.respond(request, response);
        }
        self.finish(id, CloseCode::Normal);
    }
}
