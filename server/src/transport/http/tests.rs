//! Requests and their answers.

use super::{
    Answer, Method, Request, RequestError, RequestReader, Response, Site, Status, Upgrade,
};

/// What the bytes give, whole and byte by byte, and what is left of them.
fn read(bytes: &[u8]) -> Result<Option<Request>, RequestError> {
    let whole = RequestReader::default().read(&mut &bytes[..]);
    let mut reader = RequestReader::default();
    let results = bytes.chunks(1).map(|mut piece| reader.read(&mut piece));
    let pieces = results.into_iter().find(|result| *result != Ok(None)).unwrap_or(Ok(None));
    assert_eq!(whole, pieces);
    whole
}

fn request(text: &str) -> Request {
    read(text.as_bytes()).expect("well-formed").expect("whole")
}

fn answer(text: &str, is_tls: bool) -> (u16, String) {
    let request = request(text);
    let (Answer::Close(response) | Answer::WebSocket(response)) =
        Site { origins: vec!["https://other.example".into()] }.answer(&request, is_tls);
    let mut output = Vec::new();
    response.write(Some(&request), is_tls, &mut output);
    (response.status.code(), String::from_utf8(output).expect("text"))
}

/// RFC 6455 section 1.3.
fn upgrade(more: &str) -> String {
    format!(
        "GET /signaling HTTP/1.1\r\nHost: chat.example:7000\r\nUpgrade: WebSocket\r\n\
         Connection: keep-alive, Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{more}\r\n"
    )
}

#[test]
fn a_request_is_read_and_what_is_behind_it_is_left() {
    let mut input = &b"HEAD /page.js?x=1 HTTP/1.1\r\nhost: a:1\r\norigin: b\r\n\r\n\x81"[..];
    let request = RequestReader::default().read(&mut input).expect("well-formed").expect("whole");
    let expected = Request {
        method: Method::Head,
        path: "/page.js".into(),
        host: Some("a:1".into()),
        origin: Some("b".into()),
        upgrade: Upgrade::None,
    };
    assert_eq!(request, expected);
    assert_eq!(input, b"\x81");
}

#[test]
fn targets_of_both_forms_have_a_path() {
    for (target, path) in [("/", "/"), ("http://a", "/"), ("https://a/b?c", "/b"), ("/?#x", "/")] {
        assert_eq!(request(&format!("GET {target} HTTP/1.1\r\nHost: a\r\n\r\n")).path, path);
    }
    assert_eq!(read(b"GET * HTTP/1.1\r\nHost: a\r\n\r\n"), Err(RequestError::Malformed));
}

#[test]
fn what_is_no_request_is_refused() {
    let long = format!("GET / HTTP/1.1\r\na: {}\r\n\r\n", "x".repeat(RequestReader::MAX_HEAD));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(65));
    for (text, error) in [
        ("GET\r\n\r\n", RequestError::Malformed),
        ("GET / HTTP/1.1\r\n\r\n", RequestError::Malformed),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", RequestError::Malformed),
        ("GET / HTTP/1.1\r\nHost: a\"; x\r\n\r\n", RequestError::Malformed),
        ("GET / HTTP/1.1\r\nHo\0st: a\r\n\r\n", RequestError::Malformed),
        ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", RequestError::Version),
        ("POST / HTTP/1.1\r\nHost: a\r\n\r\n", RequestError::Method),
        ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n", RequestError::Body),
        ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", RequestError::Body),
        (&long, RequestError::HeadTooLong),
        (&many, RequestError::HeadTooLong),
        (&"x".repeat(RequestReader::MAX_HEAD + 1), RequestError::HeadTooLong),
    ] {
        assert_eq!(read(text.as_bytes()), Err(error), "{text}");
    }
    assert_eq!(read(b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n"), Ok(None));
}

#[test]
fn the_page_has_strict_headers() {
    let (code, text) = answer("GET / HTTP/1.1\r\nHost: chat.example:7000\r\n\r\n", true);
    assert_eq!(code, 200);
    for header in [
        "Content-Type: text/html; charset=utf-8\r\n",
        "connect-src 'self' wss://chat.example:7000;",
        "frame-ancestors 'none'\r\n",
        "X-Content-Type-Options: nosniff\r\n",
        "Referrer-Policy: no-referrer\r\n",
        "Strict-Transport-Security: max-age=31536000\r\n",
        "Connection: close\r\n",
    ] {
        assert!(text.contains(header), "{header}: {text}");
    }
    assert!(text.contains("<html"), "{text}");
    let (_, plain) = answer("GET / HTTP/1.1\r\nHost: a\r\n\r\n", false);
    assert!(!plain.contains("Strict-Transport"), "{plain}");
    assert!(plain.contains("connect-src 'self' ws://a;"), "{plain}");
}

#[test]
fn head_has_no_content_and_the_unknown_is_not_found() {
    let (code, text) = answer("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", false);
    assert!(code == 200 && text.ends_with("\r\n\r\n") && !text.contains("<html"), "{text}");
    assert_eq!(answer("GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", false).0, 404);
    assert_eq!(answer("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", false).0, 404);
}

#[test]
fn a_websocket_is_granted() {
    let (code, text) = answer(&upgrade("Sec-WebSocket-Version: 13\r\n"), true);
    assert_eq!(code, 101);
    assert!(text.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), "{text}");
    assert!(text.contains("Connection: Upgrade\r\n") && !text.contains("close"), "{text}");
}

#[test]
fn a_websocket_needs_its_version_and_a_key() {
    let (code, text) = answer(&upgrade("Sec-WebSocket-Version: 8\r\n"), true);
    assert!(code == 426 && text.contains("Sec-WebSocket-Version: 13\r\n"), "{text}");
    let (code, text) = answer("GET /signaling HTTP/1.1\r\nHost: a\r\n\r\n", true);
    assert!(code == 426 && text.contains("Upgrade: websocket\r\n"), "{text}");
    let no_key = upgrade("Sec-WebSocket-Version: 13\r\n").replace("dGhlIHNh", "");
    assert_eq!(read(no_key.as_bytes()), Err(RequestError::Malformed));
}

#[test]
fn a_websocket_of_another_site_is_refused() {
    let code = |origin: &str, is_tls| {
        let more = format!("Sec-WebSocket-Version: 13\r\nOrigin: {origin}\r\n");
        answer(&upgrade(&more), is_tls).0
    };
    assert_eq!(code("https://chat.example:7000", true), 101);
    assert_eq!(code("https://Chat.Example:7000", true), 101);
    assert_eq!(code("http://chat.example:7000", false), 101);
    assert_eq!(code("https://other.example", true), 101);
    for origin in
        ["http://chat.example:7000", "https://evil.example", "null", "", "https://chat.example"]
    {
        assert_eq!(code(origin, true), 403, "{origin}");
    }
}

#[test]
fn a_refusal_says_what_is_served() {
    let mut output = Vec::new();
    Response::refusal(RequestError::Method).write(None, false, &mut output);
    let text = String::from_utf8(output).expect("text");
    assert!(text.starts_with("HTTP/1.1 405 Method Not Allowed\r\n"), "{text}");
    assert!(text.contains("Allow: GET, HEAD\r\n"), "{text}");
    assert_eq!(Response::new(Status::NotFound).content, &b"404 Not Found\n"[..]);
}
