//! HTTP/1.1 (RFC 9112) as far as a page and a WebSocket need it, by `httparse`.
//!
//! [`RequestReader`] reads the head of one request, bounded in size; [`Site`] says what is served
//! and what the answer is; [`Response`] is an answer with the headers that all have. A request with
//! a body is refused, and the connection closes behind every answer.
//!
//! The page's own scripts and styles are all that it may load, nobody may frame it, and it tells
//! nobody where it was. A WebSocket may be opened by the page itself, by programs that send no
//! `Origin`, and by the origins that the settings name: by no other site (cross-site WebSocket
//! hijacking, RFC 6455 section 10.2).
//!
//! Left out: keep-alive, request bodies, ranges, conditional requests, compression, and `Date`.

mod answer;
mod head;
mod method;
mod request;
mod request_error;
mod request_reader;
mod response;
mod site;
mod status;
#[cfg(test)]
mod tests;
mod upgrade;

pub use answer::Answer;
pub use method::Method;
pub use request::Request;
pub use request_error::RequestError;
pub use request_reader::RequestReader;
pub use response::Response;
pub use site::Site;
pub use status::Status;
pub use upgrade::Upgrade;
