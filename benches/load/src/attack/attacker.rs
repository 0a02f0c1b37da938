//! One who attacks.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr};

use mio::net::TcpStream;
use roomrtc_core::signaling::{Credentials, Message, PROTOCOL_VERSION, UserList, encode};

use super::AttackKind;
use crate::dialect::{Login, user_name};
use crate::generator::connect;

/// The connections of an attack, the oldest first.
#[derive(Debug)]
pub(super) struct Attacker {
    kind: AttackKind,
    address: SocketAddr,
    logins: Vec<Login>,
    connections: VecDeque<(TcpStream, usize)>,
    /// Connections that were made so far.
    made: usize,
}

impl Attacker {
    pub(super) fn new(kind: AttackKind, address: SocketAddr, logins: Vec<Login>) -> Attacker {
        Attacker { kind, address, logins, connections: VecDeque::new(), made: 0 }
    }

    /// Does one thing more.
    pub(super) fn act(&mut self) -> io::Result<()> {
        let is_full = self.connections.len() >= self.kind.connections();
        match self.kind {
            AttackKind::NeverReading if is_full => {
                let mut lists = Vec::new();
                write(&Message::UserList(UserList::request()), &mut lists);
                let lists = lists.repeat(50);
                self.connections.rotate_left(1);
                self.connections.back_mut().map_or(Ok(()), |asking| ask(asking, &lists))
            }
            AttackKind::Guessing if is_full => {
                let (user, password) = (user_name(0), format!("guess number {}", self.made));
                let mut login = Vec::new();
                write(&Message::Login(Credentials::new(user, password)), &mut login);
                self.made += 1;
                // A connection on which too much was tried is closed by the server.
                if self.made.is_multiple_of(12) {
                    self.connections.pop_front();
                }
                self.connections.rotate_left(1);
                self.connections.back_mut().map_or(Ok(()), |asking| ask(asking, &login))
            }
            _ => self.connect(),
        }
    }

    fn connect(&mut self) -> io::Result<()> {
        let beginning = self.beginning();
        let network = (self.made / 50 % 250) as u8;
        let source = Ipv4Addr::new(127, 2, 0, network + 1);
        self.made += 1;
        let socket = connect(source.into(), self.address)?;
        self.connections.push_back((socket, 0));
        if self.connections.len() > self.kind.connections() {
            self.connections.pop_front();
        }
        // Loopback has connected it by now, or has no room for it.
        let (socket, _) = self.connections.back_mut().ok_or(ErrorKind::NotFound)?;
        socket.write_all(&beginning)
    }

    /// What is said first.
    fn beginning(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(&Message::Hello { version: PROTOCOL_VERSION, program: None }, &mut bytes);
        match self.kind {
            AttackKind::HalfOpen => {
                let beginnings: [&[u8]; 3] = [b"\x16\x03\x01", b"GET / HTTP/1.1\r\nHo", b"2"];
                bytes = beginnings[self.made % beginnings.len()].to_vec();
            }
            AttackKind::NeverReading => {
                if let Some(Login::Session(token)) = self.logins.get(self.made) {
                    write(&Message::Resume { token: token.clone() }, &mut bytes);
                }
            }
            AttackKind::LoginFlood => {
                let credentials = Credentials::new(format!("nobody{}", self.made), "a password");
                write(&Message::Login(credentials), &mut bytes);
            }
            AttackKind::Guessing => {}
        }
        bytes
    }
}

/// Sends as much as the socket takes of so many bytes, from where it was cut off last.
fn ask((socket, at): &mut (TcpStream, usize), bytes: &[u8]) -> io::Result<()> {
    match socket.write(&bytes[*at % bytes.len()..]) {
        Ok(count) => {
            *at += count;
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(()),
        Err(error) => Err(error),
    }
}

fn write(message: &Message, output: &mut Vec<u8>) {
    encode(message, output).expect("short enough");
}
