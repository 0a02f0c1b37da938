//! Two sockets.

use std::io::{self, ErrorKind, IoSliceMut};
use std::net::{SocketAddr, UdpSocket};

use quinn_udp::{RecvMeta, Transmit, UdpSockRef, UdpSocketState};

use super::calls::Calls;

/// A socket that sends and one that receives.
pub(super) struct Loopback {
    calls: Calls,
    sending: UdpSocket,
    receiving: UdpSocket,
    destination: SocketAddr,
    sending_state: UdpSocketState,
    receiving_state: UdpSocketState,
    buffer: Vec<u8>,
}

impl Loopback {
    pub(super) fn new(calls: Calls) -> io::Result<Loopback> {
        let sending = UdpSocket::bind(("127.0.0.1", 0))?;
        let receiving = UdpSocket::bind(("127.0.0.1", 0))?;
        sending.set_nonblocking(true)?;
        receiving.set_nonblocking(true)?;
        let destination = receiving.local_addr()?;
        let sending_state = UdpSocketState::new(UdpSockRef::from(&sending))?;
        let receiving_state = match calls {
            Calls::Batched => UdpSocketState::new(UdpSockRef::from(&receiving))?,
            // Not the receiving socket: it would be told to coalesce.
            Calls::Single => UdpSocketState::new(UdpSockRef::from(&sending))?,
        };
        let buffer = vec![0; 65_536];
        Ok(Loopback {
            calls,
            sending,
            receiving,
            destination,
            sending_state,
            receiving_state,
            buffer,
        })
    }

    /// Sends datagrams of `segment` bytes, the last of which may be shorter.
    pub(super) fn send(&self, bytes: &[u8], segment: usize) {
        let batch = match self.calls {
            Calls::Batched => self.sending_state.max_gso_segments().min(65_000 / segment),
            Calls::Single => 1,
        };
        for contents in bytes.chunks(segment * batch.max(1)) {
            let segment_size = (contents.len() > segment).then_some(segment);
            let transmit = Transmit {
                destination: self.destination,
                ecn: None,
                contents,
                segment_size,
                src_ip: None,
            };
            let sent = match self.calls {
                Calls::Batched => {
                    self.sending_state.try_send(UdpSockRef::from(&self.sending), &transmit)
                }
                Calls::Single => self.sending.send_to(contents, self.destination).map(|_| ()),
            };
            sent.expect("room in the socket");
        }
    }

    /// Gives everything that has arrived to `sink`, datagram by datagram; says how many they were.
    pub(super) fn receive(&mut self, sink: &mut dyn FnMut(&[u8])) -> usize {
        let mut count = 0;
        while let Some((length, stride)) = self.receive_once() {
            for datagram in self.buffer[..length].chunks(stride.max(1)) {
                sink(datagram);
                count += 1;
            }
        }
        count
    }

    /// One system call: bytes received, and of each datagram in them.
    fn receive_once(&mut self) -> Option<(usize, usize)> {
        let received = match self.calls {
            Calls::Single => self.receiving.recv_from(&mut self.buffer).map(|(n, _)| (n, n)),
            Calls::Batched => {
                let mut meta = [RecvMeta::default()];
                let mut slices = [IoSliceMut::new(&mut self.buffer)];
                let socket = UdpSockRef::from(&self.receiving);
                let received = self.receiving_state.recv(socket, &mut slices, &mut meta);
                received.map(|_| (meta[0].len, meta[0].stride))
            }
        };
        match received {
            Ok(received) => Some(received),
            Err(error) if error.kind() == ErrorKind::WouldBlock => None,
            Err(error) => panic!("the loopback interface failed: {error}"),
        }
    }
}
