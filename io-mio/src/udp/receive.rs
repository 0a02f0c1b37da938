//! Receiving: `recvmmsg` into shared buffers, coalesced datagrams taken apart.

use std::io::ErrorKind;

use quinn_udp::RecvMeta;
use roomrtc_core::session::Datagram;

use super::{ReceiveBuffers, UdpEndpoint};
use crate::LoopStatistics;

/// Most batches a socket may take in one round, so that no socket starves the others, the timers
/// and the commands.
const BATCHES_PER_ROUND: usize = 4;

/// Most ICMP errors read from a socket's queue at once.
const ERRORS_PER_ROUND: usize = 64;

impl UdpEndpoint {
    /// Hands what has arrived to `deliver`, up to a bounded number of batches.
    pub(crate) fn receive(
        &mut self,
        buffers: &mut ReceiveBuffers,
        statistics: &mut LoopStatistics,
        mut deliver: impl FnMut(Datagram<'_>),
    ) {
        for _ in 0..BATCHES_PER_ROUND {
            statistics.receive_calls += 1;
            match buffers.fill(&self.socket, &self.state) {
                Ok(count) => {
                    for (meta, bytes) in buffers.filled(count) {
                        self.split(meta, bytes, statistics, &mut deliver);
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    self.is_readable = false;
                    return;
                }
                Err(_) => {
                    self.read_errors(statistics);
                }
            }
        }
    }

    /// Takes a buffer apart: all datagrams in it have the same size but the last.
    fn split(
        &self,
        meta: &RecvMeta,
        bytes: &[u8],
        statistics: &mut LoopStatistics,
        deliver: &mut impl FnMut(Datagram<'_>),
    ) {
        let ecn = meta.ecn.map_or(0, |ecn| ecn as u8);
        statistics.bytes_received += bytes.len() as u64;
        let stride = if meta.stride == 0 { bytes.len() } else { meta.stride };
        // An empty datagram is one, although there is no byte of it.
        let count = bytes.len().div_ceil(stride.max(1)).max(1);
        statistics.datagrams_received += count as u64;
        let mut parts = bytes.chunks(stride.max(1));
        for _ in 0..count {
            let payload = parts.next().unwrap_or_default();
            deliver(Datagram { local: self.local, remote: meta.addr, ecn, payload });
        }
    }

    /// Empties the socket's queue of ICMP errors: whether there were any.
    ///
    /// They are counted and nothing else: connectivity checks and consent find out by themselves
    /// what is reachable, and an ICMP error can be forged.
    pub(super) fn read_errors(&self, statistics: &mut LoopStatistics) -> bool {
        statistics.socket_errors += 1;
        let before = statistics.icmp_errors;
        for _ in 0..ERRORS_PER_ROUND {
            match self.state.recv_transport_error((&self.socket).into()) {
                Ok(Some(error)) => {
                    tracing::debug!(local = %self.local, ?error, "ICMP error");
                    statistics.icmp_errors += 1;
                }
                Ok(None) | Err(_) => break,
            }
        }
        statistics.icmp_errors > before
    }
}
