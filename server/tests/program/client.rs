//! A client of a server that may be gone at any moment.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use roomrtc_core::signaling::{ErrorCode, FrameDecoder, Message, PROTOCOL_VERSION, encode};

/// A connection that has said `HELLO`.
pub(crate) struct Client {
    stream: TcpStream,
    decoder: FrameDecoder,
    unread: Vec<u8>,
}

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> io::Result<Client> {
        let stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let mut client = Client { stream, decoder: FrameDecoder::default(), unread: Vec::new() };
        client.send(&Message::Hello { version: PROTOCOL_VERSION, program: None })?;
        client.wait(|message| matches!(message, Message::Welcome { .. }).then_some(()))?;
        Ok(client)
    }

    pub(crate) fn send(&mut self, message: &Message) -> io::Result<()> {
        let mut bytes = Vec::new();
        encode(message, &mut bytes).expect("short");
        self.stream.write_all(&bytes)
    }

    /// The next message.
    pub(crate) fn read(&mut self) -> io::Result<Message> {
        loop {
            let mut input = &self.unread[..];
            let decoded = self.decoder.decode(&mut input).expect("the server writes what is valid");
            let left = input.len();
            self.unread.drain(..self.unread.len() - left);
            if let Some(message) = decoded {
                return Ok(message);
            }
            let mut buffer = [0; 4096];
            let count = self.stream.read(&mut buffer)?;
            if count == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.unread.extend_from_slice(&buffer[..count]);
        }
    }

    /// What `wanted` makes of the first message of which it makes something.
    pub(crate) fn wait<T>(&mut self, wanted: impl Fn(Message) -> Option<T>) -> io::Result<T> {
        loop {
            if let Some(found) = wanted(self.read()?) {
                return Ok(found);
            }
        }
    }

    /// Whether the server did what `request` asks for, or why not.
    pub(crate) fn ask(&mut self, request: &Message) -> io::Result<Result<(), ErrorCode>> {
        self.send(request)?;
        self.wait(|message| match message {
            Message::Ok { .. } => Some(Ok(())),
            Message::Error(error) => Some(Err(error.code)),
            _ => None,
        })
    }
}
