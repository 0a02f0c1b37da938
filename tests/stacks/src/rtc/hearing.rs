//! What `rtc` tells.

use std::time::Instant;

use rtc::media::Sample;
use rtc::peer_connection::event::{RTCPeerConnectionEvent, RTCTrackEvent};
use rtc::peer_connection::message::RTCMessage;
use rtc::peer_connection::state::{RTCIceConnectionState, RTCPeerConnectionState};
use rtc::peer_connection::transport::RTCDtlsTransportState;
use rtc::sansio::Protocol;

use super::{Feedback, RtcStack};
use crate::engine::{ArrivedFrame, Outgoing, Told};

impl RtcStack {
    /// Everything that `rtc` has to say, and when it wants to be called again.
    pub(super) fn hear(&mut self, now: Instant, told: &mut Vec<Told>) -> Option<Instant> {
        if let Some(failure) = self.failure.take() {
            told.push(Told::Failed(failure));
        }
        while let Some(event) = self.connection.poll_event() {
            self.hear_event(event, told);
        }
        while let Some(tagged) = self.connection.poll_read() {
            self.hear_message(now, tagged.message, told);
        }
        while let Some(sent) = self.connection.poll_write() {
            told.push(Told::Datagram(Outgoing {
                local: sent.transport.local_addr,
                destination: sent.transport.peer_addr,
                payload: sent.message.into(),
            }));
        }
        if std::mem::take(&mut self.may_be_over) && self.is_over() {
            told.push(Told::ClosedByPeer);
        }
        self.connection.poll_timeout()
    }

    /// Whether the other side has closed. `rtc` takes its close_notify, but no event says so, and the
    /// connection's state stays at connected; the transport's is to be looked at.
    fn is_over(&mut self) -> bool {
        let sender = self.sender.as_ref().and_then(|own| self.connection.rtp_sender(own.id));
        let state = sender.as_ref().and_then(|own| own.transport()).map(|own| own.state());
        state == Some(RTCDtlsTransportState::Closed) && !self.is_closing
    }

    fn hear_event(&mut self, event: RTCPeerConnectionEvent, told: &mut Vec<Told>) {
        match event {
            RTCPeerConnectionEvent::OnIceConnectionStateChangeEvent(state) => {
                told.extend(path(state));
            }
            RTCPeerConnectionEvent::OnConnectionStateChangeEvent(state) => {
                told.extend(self.follow(state));
            }
            RTCPeerConnectionEvent::OnTrack(RTCTrackEvent::OnOpen(opened)) => {
                self.receiver = Some((opened.receiver_id, opened.ssrc));
            }
            _ => {}
        }
    }

    fn follow(&mut self, state: RTCPeerConnectionState) -> Option<Told> {
        match state {
            RTCPeerConnectionState::Connected => {
                self.was_connected = true;
                Some(Told::Connected)
            }
            RTCPeerConnectionState::Failed if !self.was_connected => {
                Some(Told::Failed("the connection failed".to_owned()))
            }
            _ => None,
        }
    }

    fn hear_message(&mut self, now: Instant, message: RTCMessage, told: &mut Vec<Told>) {
        match message {
            RTCMessage::RtpPacket(_, packet) => {
                self.assembler.push(now, packet);
                while let Some(sample) = self.assembler.pop(now) {
                    told.push(Told::Frame(frame(sample)));
                }
            }
            RTCMessage::RtcpPacket(_, packets)
                if packets.iter().any(|one| Feedback::asks(&**one)) =>
            {
                told.push(Told::KeyFrameRequested);
            }
            _ => {}
        }
    }
}

fn path(state: RTCIceConnectionState) -> Option<Told> {
    match state {
        RTCIceConnectionState::Connected | RTCIceConnectionState::Completed => Some(Told::PathUp),
        RTCIceConnectionState::Disconnected => Some(Told::PathDown),
        RTCIceConnectionState::Failed => Some(Told::PathFailed),
        _ => None,
    }
}

fn frame(sample: Sample) -> ArrivedFrame {
    ArrivedFrame {
        timestamp: sample.packet_timestamp,
        data: sample.data.as_ref().into(),
        follows: sample.prev_dropped_packets == sample.prev_padding_packets,
        first_arrival: sample.timestamp,
    }
}
