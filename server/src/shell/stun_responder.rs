//! The socket behind the STUN service.

use std::fmt;
use std::io::{self, IoSliceMut};
use std::net::SocketAddr;

use mio::net::UdpSocket;
use mio::{Interest, Registry, Token};
use quinn_udp::{BATCH_SIZE, RecvMeta, Transmit, UdpSocketState};
use roomrtc_core::base::Time;

use super::metrics::Metrics;
use crate::transport::stun::{StunOutcome, StunService};

/// Answers Binding requests from the address that they were sent to.
pub(super) struct StunResponder {
    socket: UdpSocket,
    state: UdpSocketState,
    service: StunService,
    buffer: Vec<u8>,
    pub(super) is_readable: bool,
}

impl StunResponder {
    /// Longest datagram that is looked at, in bytes: no request comes near it.
    const LONGEST: usize = 2048;

    /// Most batches of datagrams taken in a turn of the loop.
    const BATCHES_A_TURN: usize = 4;

    pub(super) fn bind(
        registry: &Registry,
        token: Token,
        address: SocketAddr,
    ) -> io::Result<StunResponder> {
        let mut socket = UdpSocket::bind(address)?;
        let state = UdpSocketState::new((&socket).into())?;
        registry.register(&mut socket, token, Interest::READABLE)?;
        let buffer = vec![0; StunResponder::LONGEST * BATCH_SIZE];
        let service = StunService::default();
        Ok(StunResponder { socket, state, service, buffer, is_readable: true })
    }

    /// Answers a bounded number of those who have asked.
    pub(super) fn answer(&mut self, now: Time, metrics: &Metrics) {
        for _ in 0..StunResponder::BATCHES_A_TURN {
            if !self.is_readable {
                return;
            }
            let mut met = [RecvMeta::default(); BATCH_SIZE];
            let mut parts = self.buffer.chunks_mut(StunResponder::LONGEST);
            let mut slices: [IoSliceMut<'_>; BATCH_SIZE] =
                std::array::from_fn(|_| IoSliceMut::new(parts.next().unwrap_or_default()));
            match self.state.recv((&self.socket).into(), &mut slices, &mut met) {
                Ok(count) => self.answer_batch(now, &met[..count.min(BATCH_SIZE)], metrics),
                // Whatever else it is: the next datagram wakes the loop, and is asked for again.
                Err(_) => self.is_readable = false,
            }
        }
    }

    fn answer_batch(&mut self, now: Time, met: &[RecvMeta], metrics: &Metrics) {
        let buffer = std::mem::take(&mut self.buffer);
        for (meta, part) in met.iter().zip(buffer.chunks(StunResponder::LONGEST)) {
            let bytes = &part[..meta.len.min(part.len())];
            // The system may hand out several datagrams of one sender and size as one.
            for datagram in bytes.chunks(meta.stride.max(1)) {
                metrics.stun(self.answer_one(now, meta, datagram));
            }
        }
        self.buffer = buffer;
    }

    fn answer_one(&mut self, now: Time, meta: &RecvMeta, datagram: &[u8]) -> StunOutcome {
        let mut contents = Vec::new();
        let outcome = self.service.handle(now, meta.addr, datagram, &mut contents);
        if outcome == StunOutcome::Answered {
            let transmit = Transmit {
                destination: meta.addr,
                ecn: None,
                contents: &contents,
                segment_size: None,
                src_ip: meta.dst_ip,
            };
            // What cannot be sent now is asked for again, RFC 8489 section 6.2.1.
            let _ = self.state.try_send((&self.socket).into(), &transmit);
        }
        outcome
    }
}

impl fmt::Debug for StunResponder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StunResponder").field("socket", &self.socket).finish_non_exhaustive()
    }
}
