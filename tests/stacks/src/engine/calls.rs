//! The seam.

use std::net::SocketAddr;

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{
    Command, CommandError, Datagram, DescriptionKind, Event, Input, OutgoingFrame, ReceivedFrame,
    Statistics, Transmit,
};
use roomrtc_sim::engine::CallEngine;

use super::{Candidate, ForeignEngine, ForeignStack, Outgoing};

impl<S: ForeignStack> CallEngine for ForeignEngine<S> {
    fn handle(&mut self, now: Time, input: Input<'_>) -> Result<(), CommandError> {
        self.now = self.now.max(now);
        let result = match input {
            Input::Datagram(datagram) => {
                self.receive(datagram);
                Ok(())
            }
            Input::Command(command) => self.command(command),
            Input::Tick => {
                self.stack.tick(self.clock.instant(self.now));
                Ok(())
            }
        };
        self.settle();
        result
    }

    fn poll_transmit(&mut self, buffer: &mut Vec<u8>) -> Option<Transmit> {
        let Outgoing { local, destination, payload } = self.datagrams.pop_front()?;
        buffer.extend_from_slice(&payload);
        let length = payload.len();
        Some(Transmit { local, destination, ecn: 0, length, segment_size: None })
    }

    fn poll_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    fn poll_frame(&mut self, buffer: &mut Vec<u8>) -> Option<ReceivedFrame> {
        let (frame, data) = self.frames.pop_front()?;
        buffer.extend_from_slice(&data);
        Some(frame)
    }

    fn deadline(&self) -> Option<Deadline> {
        self.next_deadline()
    }

    fn statistics(&self) -> Statistics {
        Statistics {
            connected_at: self.progress.connected_at,
            ice_state: self.progress.ice_state,
            ..Statistics::default()
        }
    }

    fn snapshot(&self) -> Option<Box<dyn CallEngine>> {
        None
    }
}

impl<S: ForeignStack> ForeignEngine<S> {
    fn receive(&mut self, datagram: Datagram<'_>) {
        let Datagram { local, remote, payload, .. } = datagram;
        match self.gathering.receive(local, remote, payload) {
            Some(found) => self.found(found),
            None => self.stack.receive(self.clock.instant(self.now), local, remote, payload),
        }
    }

    fn found(&mut self, candidate: Option<Candidate>) {
        if let Some(candidate) = candidate {
            self.stack.add_local_candidate(&candidate);
            self.tell_candidate(candidate.to_string());
        }
    }

    fn command(&mut self, command: Command<'_>) -> Result<(), CommandError> {
        if self.progress.is_closed {
            return Err(CommandError::Closed);
        }
        let now = self.clock.instant(self.now);
        match command {
            Command::AddLocalAddress(address) => self.add_local_address(address),
            Command::EndOfLocalAddresses => self.gathering.end(),
            Command::CreateOffer => return self.offer(),
            Command::SetRemoteDescription { kind, sdp } => return self.agree(kind, sdp),
            Command::AddRemoteCandidate(init) if !init.candidate.is_empty() => {
                let added = self.stack.add_remote_candidate(&init.candidate);
                return added.map_err(CommandError::Candidate);
            }
            Command::SendFrame(frame) => return self.send(&frame),
            Command::RequestKeyFrame { .. } => self.stack.request_key_frame(now),
            Command::RestartIce => self.restarts = true,
            Command::Close => {
                self.progress.is_closed = true;
                self.stack.close(now);
            }
            // Neither stack can be told that a socket is gone, or takes the end of candidates; the
            // rest is ours alone.
            _ => {}
        }
        Ok(())
    }

    fn add_local_address(&mut self, address: SocketAddr) {
        let candidate = Candidate::host(address);
        self.stack.add_local_candidate(&candidate);
        self.tell_candidate(candidate.to_string());
        self.gathering.add(self.now, address);
    }

    fn offer(&mut self) -> Result<(), CommandError> {
        let restarts = std::mem::take(&mut self.restarts);
        let offer = self.stack.create_offer(self.clock.instant(self.now), restarts);
        let sdp = offer.map_err(CommandError::Description)?;
        self.describe(DescriptionKind::Offer, sdp);
        Ok(())
    }

    fn agree(&mut self, kind: DescriptionKind, sdp: &str) -> Result<(), CommandError> {
        let now = self.clock.instant(self.now);
        match kind {
            DescriptionKind::Offer => {
                let answer = self.stack.accept_offer(now, sdp);
                let sdp = answer.map_err(CommandError::Description)?;
                self.describe(DescriptionKind::Answer, sdp);
                Ok(())
            }
            DescriptionKind::Answer => {
                self.stack.accept_answer(now, sdp).map_err(CommandError::Description)
            }
        }
    }

    fn describe(&mut self, kind: DescriptionKind, sdp: String) {
        self.progress.is_described = true;
        self.events.push_back(Event::LocalDescription { kind, sdp });
        if self.progress.has_gathered {
            self.tell_candidate(String::new());
        }
    }

    fn send(&mut self, frame: &OutgoingFrame<'_>) -> Result<(), CommandError> {
        let now = self.clock.instant(self.now);
        let sent = self.stack.send_frame(now, frame.timestamp, frame.data);
        if super::telling::is_key_frame(frame.data) {
            self.requests.satisfy();
        }
        sent.map_err(CommandError::Description)
    }
}
