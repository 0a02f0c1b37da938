//! HTTP requests.

use roomrtc_server::transport::http::{
    Answer, Request, RequestError, RequestReader, Response, Site,
};

/// Reads a request, whole and in pieces, and answers it.
pub fn run(data: &[u8]) {
    let Some((&size, bytes)) = data.split_first() else {
        return;
    };
    let whole = read(std::iter::once(bytes));
    assert_eq!(read(bytes.chunks(usize::from(size).max(1))), whole);
    for is_tls in [false, true] {
        let mut output = Vec::new();
        match &whole {
            Ok(None) => return,
            Ok(Some(request)) => match Site::default().answer(request, is_tls) {
                Answer::Close(response) | Answer::WebSocket(response) => {
                    response.write(Some(request), is_tls, &mut output);
                }
            },
            Err(error) => Response::refusal(*error).write(None, is_tls, &mut output),
        }
        assert_is_one_response(&output);
    }
}

fn read<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> Result<Option<Request>, RequestError> {
    let mut reader = RequestReader::default();
    for mut piece in pieces {
        if let Some(request) = reader.read(&mut piece)? {
            return Ok(Some(request));
        }
    }
    Ok(None)
}

/// Nothing of a request becomes a header of its answer.
fn assert_is_one_response(output: &[u8]) {
    let text = String::from_utf8_lossy(output);
    let (head, _) = text.split_once("\r\n\r\n").expect("an end of the head");
    assert!(head.starts_with("HTTP/1.1 "), "{head}");
    assert!(head.lines().count() < 20, "{head}");
}
