//! What goes into the trace of a recording that is done again.

use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::codec::h264::{NalUnitHeader, NalUnits};
use roomrtc_core::dtls::Role;
use roomrtc_core::session::{DescriptionKind, Event, ReceivedFrame, Transmit};

use super::{RecordedInput, Retrace};
use crate::network::{Origin, Packet};
use crate::trace::{
    Direction, FrameEvent, FrameFate, Happening, PacketFate, Place, Sample, Series,
    SignallingEvent, What,
};

/// How often the state of a session is sampled.
const SAMPLING: Duration = Duration::from_millis(100);

impl Retrace<'_> {
    pub(super) fn trace_input(&mut self, index: usize, input: &RecordedInput) {
        match input {
            RecordedInput::Nothing => {}
            RecordedInput::Tick => self.trace.count_wake_up(index),
            RecordedInput::Datagram { local, remote, ecn, payload } => {
                self.trace_datagram(index, (*remote, *local), *ecn, payload);
            }
            RecordedInput::SetRemoteDescription { kind, sdp } => {
                self.signal(index, Direction::Received, message(*kind), sdp.len());
            }
            RecordedInput::AddRemoteCandidate(init) => {
                let length = init.candidate.len();
                self.signal(index, Direction::Received, SignallingEvent::CANDIDATE, length);
            }
            RecordedInput::SendFrame { data, .. } => self.trace_sent_frame(index, data),
            RecordedInput::RequestKeyFrame(_) => self.record(index, What::KeyFrameRequest),
            RecordedInput::AddLocalAddress(address)
            | RecordedInput::RemoveLocalAddress(address) => {
                self.happen(index, input.name(), address.to_string());
            }
            other => self.happen(index, other.name(), String::new()),
        }
    }

    pub(super) fn trace_event(&mut self, index: usize, event: Event) {
        match &event {
            Event::LocalDescription { kind, sdp } => {
                self.signal(index, Direction::Sent, message(*kind), sdp.len());
            }
            Event::LocalCandidate(init) => {
                let length = init.candidate.len();
                self.signal(index, Direction::Sent, SignallingEvent::CANDIDATE, length);
            }
            _ => {}
        }
        self.record(index, What::Engine(event));
    }

    pub(super) fn trace_frame(&mut self, index: usize, frame: &ReceivedFrame) {
        let fate = if frame.is_decodable { FrameFate::Received } else { FrameFate::Undecodable };
        let number = self.runs[index].frames_received;
        self.runs[index].frames_received += 1;
        let event = FrameEvent {
            fate,
            from: if self.runs.len() == 2 { 1 - index } else { self.runs.len() + index },
            number,
            sent: frame.first_arrival,
            length: frame.length,
            is_key_frame: frame.is_key_frame,
            timestamp: Some(frame.timestamp),
        };
        self.record(index, What::Frame(event));
    }

    fn trace_sent_frame(&mut self, index: usize, data: &[u8]) {
        let number = self.runs[index].frames_sent;
        self.runs[index].frames_sent += 1;
        let is_key_frame = NalUnits::new(data)
            .any(|unit| NalUnitHeader(unit[0]).unit_type() == NalUnitHeader::IDR_SLICE);
        let (fate, sent, length) = (FrameFate::Sent, self.now, data.len());
        let event =
            FrameEvent { fate, from: index, number, sent, length, is_key_frame, timestamp: None };
        self.record(index, What::Frame(event));
    }

    pub(super) fn trace_transmit(&mut self, index: usize, transmit: &Transmit, bytes: &[u8]) {
        let way = (transmit.local, transmit.destination);
        for payload in bytes.chunks(transmit.segment_size.unwrap_or(bytes.len()).max(1)) {
            let packet = self.packet(index, way, transmit.ecn, payload);
            self.trace.record_packet(self.now, Place::Host(index), &packet, PacketFate::Sent);
            if self.runs.len() > 1 {
                self.in_flight.send(packet);
            }
        }
    }

    fn trace_datagram(
        &mut self,
        index: usize,
        way: (SocketAddr, SocketAddr),
        ecn: u8,
        payload: &[u8],
    ) {
        let packet = self.in_flight.receive(way.0, way.1, payload).unwrap_or_else(|| {
            let other = self.runs.len() + index;
            let packet = self.packet(other, way, ecn, payload);
            self.trace.record_packet(self.now, Place::Host(other), &packet, PacketFate::Sent);
            packet
        });
        self.trace.record_packet(self.now, Place::Host(index), &packet, PacketFate::Delivered);
    }

    fn packet(
        &mut self,
        host: usize,
        (source, destination): (SocketAddr, SocketAddr),
        ecn: u8,
        payload: &[u8],
    ) -> Packet {
        self.packets += 1;
        let (number, origin, sent) = (self.packets, Origin::Host(host), self.now);
        Packet { number, origin, sent, source, destination, ecn, payload: payload.to_vec() }
    }

    pub(super) fn sample(&mut self, index: usize) {
        let run = &mut self.runs[index];
        if self.now < run.samples_at {
            return;
        }
        run.samples_at = self.now + SAMPLING;
        let statistics = run.replay.peer().statistics();
        if let Some(round_trip) = statistics.path_round_trip {
            self.take_sample(index, Series::RoundTripTime, round_trip.smoothed.as_micros() as u64);
        }
        if let Some(receiver) = statistics.media.first().and_then(|media| media.receiver) {
            let delay = receiver.playout_delay.as_micros() as u64;
            self.take_sample(index, Series::JitterBufferPackets, receiver.packets_held as u64);
            self.take_sample(index, Series::JitterBufferDelay, delay);
        }
    }

    /// A session that has its true secrets has those of what it receives, too. One that has not
    /// gives out the secrets that it draws instead: with them a capture shows what it sends.
    pub(super) fn keep_keys(&mut self, index: usize) {
        if self.runs[index].gave_keys {
            return;
        }
        let Some(keys) = self.runs[index].replay.peer().key_log() else { return };
        self.runs[index].gave_keys = true;
        self.trace.keep_keys(index, keys.clone());
        if self.runs[index].holds_keys {
            let role = match keys.role {
                Role::Client => Role::Server,
                Role::Server => Role::Client,
            };
            let other = self.runs.len() + index;
            self.trace.keep_keys(other, roomrtc_core::session::KeyLog { role, ..keys });
        }
    }

    fn signal(&mut self, index: usize, direction: Direction, message: &'static str, length: usize) {
        let event = SignallingEvent { direction, message, length, detail: String::new() };
        self.record(index, What::Signalling(event));
    }

    fn happen(&mut self, index: usize, name: &'static str, detail: String) {
        self.record(index, What::Happening(Happening::occurs(name, detail)));
    }

    fn take_sample(&mut self, index: usize, series: Series, value: u64) {
        self.record(index, What::Sample(Sample { series, value }));
    }

    fn record(&mut self, index: usize, what: What) {
        self.trace.record(self.now, Place::Host(index), what);
    }
}

fn message(kind: DescriptionKind) -> &'static str {
    match kind {
        DescriptionKind::Offer => SignallingEvent::OFFER,
        DescriptionKind::Answer => SignallingEvent::ANSWER,
    }
}
