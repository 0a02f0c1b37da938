//! What str0m tells.

use std::time::Instant;

use str0m::media::{MediaAdded, MediaData, MediaKind};
use str0m::net::Transmit;
use str0m::{Event, IceConnectionState, Output};

use super::Str0mStack;
use crate::engine::{ArrivedFrame, Outgoing, Told};

impl Str0mStack {
    /// Everything that str0m has to say, and when it wants to be called again.
    pub(super) fn hear(&mut self, told: &mut Vec<Told>) -> Option<Instant> {
        loop {
            if let Some(failure) = self.failure.take() {
                told.push(Told::Failed(failure));
            }
            match self.rtc.poll_output() {
                Ok(Output::Timeout(at)) => return Some(at).filter(|_| self.rtc.is_alive()),
                Ok(Output::Transmit(transmit)) => told.push(Told::Datagram(outgoing(transmit))),
                Ok(Output::Event(event)) => self.hear_event(event, told),
                Err(error) => self.fail(error.to_string()),
            }
        }
    }

    fn hear_event(&mut self, event: Event, told: &mut Vec<Told>) {
        match event {
            Event::Connected => told.push(Told::Connected),
            Event::IceConnectionStateChange(state) => told.extend(path(state)),
            Event::MediaAdded(MediaAdded { mid, kind: MediaKind::Video, .. }) => {
                self.video = Some(mid);
            }
            Event::MediaData(data) => told.push(Told::Frame(frame(data))),
            Event::KeyframeRequest(_) => told.push(Told::KeyFrameRequested),
            Event::Closed if !self.is_closing => told.push(Told::ClosedByPeer),
            _ => {}
        }
    }
}

fn outgoing(transmit: Transmit) -> Outgoing {
    let Transmit { source, destination, contents, .. } = transmit;
    Outgoing { local: source, destination, payload: contents.into() }
}

fn path(state: IceConnectionState) -> Option<Told> {
    match state {
        IceConnectionState::Connected | IceConnectionState::Completed => Some(Told::PathUp),
        IceConnectionState::Disconnected => Some(Told::PathDown),
        IceConnectionState::New | IceConnectionState::Checking => None,
    }
}

fn frame(data: MediaData) -> ArrivedFrame {
    ArrivedFrame {
        // On the wire there are 32 bits of it.
        timestamp: data.time.numer() as u32,
        data: data.data,
        follows: data.contiguous,
        first_arrival: data.network_time,
    }
}
