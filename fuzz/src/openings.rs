//! Whole connections: what they speak is chosen by the first byte.

use std::sync::LazyLock;
use std::time::SystemTime;

use roomrtc_server::transport::http::{Answer, Site};
use roomrtc_server::transport::tls::{Certificate, TlsSettings};
use roomrtc_server::transport::{Arrival, Transport};

/// Most that a connection may be sent for each byte it sends, beside a page and a handshake.
const MOST_ECHO: usize = 64;

const MOST_ANSWER: usize = 64 * 1024;

static TLS: LazyLock<TlsSettings> = LazyLock::new(|| {
    let (certificate, key) = Certificate::make(SystemTime::now()).expect("made");
    let certificate = Certificate::from_pem(certificate.as_bytes(), key.as_bytes());
    TlsSettings::new(certificate.expect("usable")).expect("randomness")
});

/// Feeds a connection in pieces; whatever it says, it is answered within bounds.
pub fn run(data: &[u8]) {
    let Some((&size, bytes)) = data.split_first() else {
        return;
    };
    for takes_plain in [true, false] {
        feed(bytes.chunks(usize::from(size).max(1)), takes_plain, bytes.len());
    }
}

fn feed<'a>(pieces: impl Iterator<Item = &'a [u8]>, takes_plain: bool, length: usize) {
    let (mut transport, mut output) = (Transport::new(takes_plain), Vec::new());
    for piece in pieces {
        let received = transport.receive(Some(&TLS), piece, &mut output);
        while let Some(arrival) = transport.poll(2_048, &mut output) {
            assert!(takes_plain || transport.is_tls() || matches!(arrival, Arrival::Plain(_)));
            answer(&mut transport, &arrival, &mut output);
        }
        if received.is_err() {
            break;
        }
    }
    assert!(output.len() <= MOST_ANSWER + MOST_ECHO * length, "{}", output.len());
}

/// Grants a WebSocket, as the server does, so that what is behind it is read.
fn answer(transport: &mut Transport, arrival: &Arrival, output: &mut Vec<u8>) {
    if let Arrival::Request(request) = arrival
        && let Answer::WebSocket(response) = Site::default().answer(request, transport.is_tls())
    {
        let mut bytes = Vec::new();
        response.write(Some(request), transport.is_tls(), &mut bytes);
        transport.send_bytes(&bytes, output);
        transport.upgrade();
    }
}
