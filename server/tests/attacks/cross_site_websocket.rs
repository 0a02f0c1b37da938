//! Another site's script that opens a WebSocket in its visitor's name.

use std::net::SocketAddr;

use roomrtc_server::ServerConfig;
use tungstenite::client::IntoClientRequest;
use tungstenite::handshake::HandshakeError;
use tungstenite::{Error, client};

use crate::running_server::RunningServer;
use crate::wire;

/// The status that a WebSocket of this origin is answered with, over TLS.
fn status(address: SocketAddr, origin: Option<&str>) -> u16 {
    let mut request =
        format!("wss://{address}/signaling").into_client_request().expect("a request");
    if let Some(origin) = origin {
        request.headers_mut().insert("Origin", origin.parse().expect("a value"));
    }
    match client(request, wire::connect_tls(address)) {
        Ok((_, response)) => response.status().as_u16(),
        Err(HandshakeError::Failure(Error::Http(response))) => response.status().as_u16(),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_websocket_of_another_site_is_refused() {
    let origins = vec!["https://calls.example".to_owned()];
    let server = RunningServer::with(ServerConfig { origins, ..RunningServer::config() });
    let own = format!("https://{}", server.address);
    assert_eq!(status(server.address, Some(&own)), 101);
    assert_eq!(status(server.address, Some("https://calls.example")), 101);
    assert_eq!(status(server.address, None), 101);
    let plain = format!("http://{}", server.address);
    for origin in [&*plain, "https://evil.example", "null", "https://calls.example.evil.example"] {
        assert_eq!(status(server.address, Some(origin)), 403, "{origin}");
    }
    let refused = "roomrtc_http_responses_total{status=\"403\"}";
    assert_eq!(server.metric(refused), 4.0);
}
