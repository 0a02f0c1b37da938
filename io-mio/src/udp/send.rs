//! Sending: as many datagrams in one call as the kernel takes, the rest kept for later.

use std::io::{self, ErrorKind};

use quinn_udp::{EcnCodepoint, UdpSocketState};
use roomrtc_core::session::Transmit;

use super::UdpEndpoint;
use super::send_failure::SendFailure;
use crate::LoopStatistics;

/// The most that one UDP send can carry: the longest IPv4 packet less its headers.
const MOST_BYTES: usize = 65_507;

/// How often a send is tried again because an earlier datagram's ICMP error came in its place.
const MOST_REPORTS: usize = 3;

impl UdpEndpoint {
    /// Sends, or keeps what the socket has no room for; in order in either case.
    pub(crate) fn send(
        &mut self,
        transmit: &Transmit,
        bytes: &[u8],
        statistics: &mut LoopStatistics,
    ) {
        let sent =
            if self.backlog.is_empty() { self.send_now(transmit, bytes, statistics) } else { 0 };
        let rest = &bytes[sent..];
        if !rest.is_empty() && !self.backlog.push(*transmit, rest) {
            statistics.dropped_backlog_full += datagrams(transmit, rest.len());
        }
    }

    /// Sends what waits, as far as there is room now.
    pub(crate) fn flush(&mut self, statistics: &mut LoopStatistics) {
        while let Some(oldest) = self.backlog.pop() {
            let sent = self.send_now(&oldest.transmit, &oldest.bytes, statistics);
            if sent < oldest.bytes.len() {
                self.backlog.put_back(oldest, sent);
                return;
            }
        }
    }

    /// How many of the bytes have been dealt with: all, or those before the buffer was full.
    fn send_now(
        &mut self,
        transmit: &Transmit,
        bytes: &[u8],
        statistics: &mut LoopStatistics,
    ) -> usize {
        let (mut sent, mut failures) = (0, 0);
        while sent < bytes.len() {
            let batch = self.next_batch(transmit, &bytes[sent..]);
            statistics.send_calls += 1;
            match self.call(transmit, batch) {
                Ok(()) => {
                    note_sent(transmit, batch.len(), statistics);
                    sent += batch.len();
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                // Perhaps segmentation offload does not work here: one by one then.
                Err(_) if self.next_batch(transmit, &bytes[sent..]).len() < batch.len() => {}
                Err(error) => {
                    failures += 1;
                    if !self.is_report(&error, statistics) || failures > MOST_REPORTS {
                        self.note_failure(&error, transmit, batch.len(), statistics);
                        sent += batch.len();
                    }
                }
            }
        }
        sent
    }

    /// Whether the error is about an earlier datagram: then this one has not been tried.
    fn is_report(&self, error: &io::Error, statistics: &mut LoopStatistics) -> bool {
        let had_report = self.read_errors(statistics);
        had_report || SendFailure::of(error) == SendFailure::Reported
    }

    fn note_failure(
        &mut self,
        error: &io::Error,
        transmit: &Transmit,
        length: usize,
        statistics: &mut LoopStatistics,
    ) {
        let lost = datagrams(transmit, length);
        match SendFailure::of(error) {
            SendFailure::TooLong => statistics.dropped_too_long += lost,
            SendFailure::Way => {
                statistics.dropped_unreachable += lost;
                self.restore_offload();
            }
            SendFailure::Reported | SendFailure::Other => statistics.dropped_send_failed += lost,
        }
    }

    /// A destination without a way gives the same error as a kernel without segmentation offload.
    /// A single datagram has failed too, so it was the way: offload is tried again.
    fn restore_offload(&mut self) {
        if self.state.max_gso_segments() == 1
            && let Ok(fresh) = UdpSocketState::new((&self.socket).into())
        {
            self.state = fresh;
        }
    }

    /// The whole datagrams at the start of `bytes` that can go in one call.
    fn next_batch<'a>(&self, transmit: &Transmit, bytes: &'a [u8]) -> &'a [u8] {
        let segment = segment_size(transmit, bytes.len());
        let segments = self.state.max_gso_segments().min(MOST_BYTES / segment).max(1);
        &bytes[..bytes.len().min(segment * segments)]
    }

    fn call(&self, transmit: &Transmit, contents: &[u8]) -> io::Result<()> {
        let datagrams = quinn_udp::Transmit {
            destination: transmit.destination,
            ecn: EcnCodepoint::from_bits(transmit.ecn),
            contents,
            segment_size: transmit.segment_size,
            src_ip: None,
        };
        self.state.try_send((&self.socket).into(), &datagrams)
    }
}

fn segment_size(transmit: &Transmit, length: usize) -> usize {
    transmit.segment_size.unwrap_or(length).max(1)
}

fn datagrams(transmit: &Transmit, length: usize) -> u64 {
    length.div_ceil(segment_size(transmit, length)) as u64
}

fn note_sent(transmit: &Transmit, length: usize, statistics: &mut LoopStatistics) {
    statistics.datagrams_sent += datagrams(transmit, length);
    statistics.bytes_sent += length as u64;
}

#[cfg(test)]
mod tests {
    use super::*;
    use mio::{Events, Poll, Token};
    use std::net::SocketAddr;
    use std::time::Duration;

    fn endpoint() -> UdpEndpoint {
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        UdpEndpoint::bind(any, Token(5)).expect("a socket")
    }

    fn transmit(from: &UdpEndpoint, to: SocketAddr, length: usize) -> Transmit {
        let local = from.local();
        Transmit { local, destination: to, ecn: 0, length, segment_size: Some(100) }
    }

    #[test]
    fn what_waited_goes_out_in_order_when_there_is_room() {
        let receiver = std::net::UdpSocket::bind("127.0.0.1:0").expect("a socket");
        let to = receiver.local_addr().expect("bound");
        let (mut poll, mut events) = (Poll::new().expect("a poll"), Events::with_capacity(4));
        let mut sender = endpoint();
        sender.register(poll.registry()).expect("registered");
        let mut statistics = LoopStatistics::default();
        // As after a send that found the buffer full.
        assert!(sender.backlog.push(transmit(&sender, to, 200), &[[1; 100], [2; 100]].concat()));
        sender.send(&transmit(&sender, to, 50), &[3; 50], &mut statistics);
        assert_eq!(statistics.send_calls, 0, "it waits behind the others");
        sender.update_interest(poll.registry()).expect("interest");
        poll.poll(&mut events, Some(Duration::from_secs(30))).expect("events");
        assert!(events.iter().any(|event| event.token() == Token(5) && event.is_writable()));

        sender.flush(&mut statistics);
        let mut buffer = [0; 200];
        let received = [1, 2, 3].map(|_| {
            let length = receiver.recv(&mut buffer).expect("a datagram");
            (buffer[0], length)
        });
        assert_eq!(received, [(1, 100), (2, 100), (3, 50)]);
        assert_eq!((statistics.datagrams_sent, sender.is_blocked()), (3, false));
    }

    #[test]
    fn without_a_socket_full_of_room_the_rest_is_counted() {
        let mut sender = endpoint();
        let to = sender.local();
        let mut statistics = LoopStatistics::default();
        while sender.backlog.push(transmit(&sender, to, 60_000), &[0; 60_000]) {}
        sender.send(&transmit(&sender, to, 60_000), &[0; 60_000], &mut statistics);
        assert_eq!(statistics.dropped_backlog_full, 600);
    }

    #[test]
    fn a_batch_is_whole_datagrams_that_fit_one_call() {
        let sender = endpoint();
        let to = sender.local();
        let bytes = vec![0; 100_000];
        let batch = |segment_size| {
            let transmit = Transmit { segment_size, ..transmit(&sender, to, bytes.len()) };
            sender.next_batch(&transmit, &bytes).len()
        };
        let most = sender.state.max_gso_segments();
        assert_eq!(batch(Some(100)), 100 * most);
        assert_eq!(batch(Some(1_200)), 1_200 * most.min(54));
        assert_eq!(batch(None), 100_000);
    }
}
