//! Bytes to a request.

use httparse::{EMPTY_HEADER, Status};

use super::{Request, RequestError};

/// Reads the head of one request out of a stream of bytes, however it is cut into pieces.
#[derive(Clone, Debug, Default)]
pub struct RequestReader {
    head: Vec<u8>,
}

impl RequestReader {
    /// The longest head that is taken, in bytes.
    pub const MAX_HEAD: usize = 8 * 1024;

    /// Most header fields.
    pub const MAX_FIELDS: usize = 64;

    /// The request, or `None` when `input` is used up. What was read is cut off `input`.
    ///
    /// # Errors
    /// [`RequestError`]; where the next request begins is unknown then.
    pub fn read(&mut self, input: &mut &[u8]) -> Result<Option<Request>, RequestError> {
        while !input.is_empty() {
            // A head ends with a line, and so does whatever is wrong before.
            let line_end = input.iter().position(|byte| *byte == b'\n');
            let room = RequestReader::MAX_HEAD - self.head.len();
            let taken = line_end.map_or(input.len(), |end| end + 1);
            if taken > room {
                return Err(RequestError::HeadTooLong);
            }
            let (line, rest) = input.split_at(taken);
            self.head.extend_from_slice(line);
            *input = rest;
            if line_end.is_some()
                && let Some(request) = self.parse()?
            {
                self.head = Vec::new();
                return Ok(Some(request));
            }
        }
        Ok(None)
    }

    fn parse(&self) -> Result<Option<Request>, RequestError> {
        let mut fields = [EMPTY_HEADER; RequestReader::MAX_FIELDS];
        let mut parsed = httparse::Request::new(&mut fields);
        match parsed.parse(&self.head)? {
            Status::Partial => Ok(None),
            Status::Complete(_) => Request::read(&parsed).map(Some),
        }
    }
}
