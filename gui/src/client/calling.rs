//! What the session of the call tells.

use roomrtc_core::base::Time;
use roomrtc_core::session::{CandidateInit, DescriptionKind, Event};
use roomrtc_core::signaling::client::Command as SignalingCommand;

use super::call_session::CallSession;
use super::{CallEnd, Client, ClientEvent, Effect};

impl Client {
    /// Takes everything that the session has to tell and every frame it has received.
    pub(super) fn follow_session(&mut self, now: Time) {
        while let Some(event) = self.session.as_mut().and_then(|session| session.poll_event(now)) {
            self.handle_session_event(now, event);
        }
        if let Some(text) = self.session.as_mut().and_then(CallSession::take_recording_fault) {
            self.tell(ClientEvent::RecordingFault(text));
        }
        while let Some(unit) = self.session.as_mut().and_then(|session| session.poll_frame()) {
            self.want(Effect::Decode(unit));
        }
    }

    fn handle_session_event(&mut self, now: Time, event: Event) {
        match event {
            Event::LocalDescription { kind, sdp } => self.hand_out_description(kind, sdp),
            Event::LocalCandidate(candidate) => self.hand_out_candidate(candidate),
            Event::UnresolvedCandidate(candidate) => self.resolve(candidate),
            Event::Connected => self.connected(),
            Event::KeyFrameRequested { .. } => self.want(Effect::EncodeKeyFrame),
            Event::ClosedByPeer => self.end_call(now, CallEnd::There),
            Event::FingerprintMismatch => self.end_call(now, CallEnd::WrongFingerprint),
            Event::DtlsFailed(reason) => self.end_call(now, CallEnd::Handshake(reason)),
            Event::NothingAgreed => self.end_without_media(now),
            Event::SourceEnded { .. } => self.tell(ClientEvent::StreamEnded),
            Event::IceFailed => self.lose_way(now),
            Event::GatheringComplete => self.resume(now),
            Event::IceConnected => self.tell(ClientEvent::PathFound),
            Event::IceDisconnected => self.tell(ClientEvent::PathLost),
            other => tracing::debug!(?other, "not of interest"),
        }
    }

    /// Another association in the same call goes on with the media that runs.
    fn connected(&mut self) {
        if self.session.as_mut().is_some_and(CallSession::begins_media) {
            self.want(Effect::StartMedia);
            self.tell(ClientEvent::Connected);
        }
        if let Some((own, peer)) = self.session.as_ref().and_then(CallSession::fingerprints) {
            self.tell(ClientEvent::Fingerprints { own, peer });
        }
    }

    /// A call that has worked waits for a better offer.
    fn end_without_media(&mut self, now: Time) {
        if self.session.as_ref().is_some_and(|session| session.is_connected()) {
            let text = "the other side has taken away all media that both can do";
            self.tell(ClientEvent::Impossible(text.into()));
        } else {
            self.end_call(now, CallEnd::NothingInCommon);
        }
    }

    fn lose_way(&mut self, now: Time) {
        if let Some(end) = self.session.as_ref().map(CallSession::silence) {
            self.end_call(now, end);
        }
    }

    fn hand_out_description(&mut self, kind: DescriptionKind, sdp: String) {
        if self.has_server() {
            self.signal_description(kind, sdp);
        } else {
            self.tell(ClientEvent::LocalDescription { kind, sdp });
        }
    }

    /// One that cannot be sent now is made anew when the call is joined again.
    fn signal_description(&mut self, kind: DescriptionKind, sdp: String) {
        if !self.is_detached() {
            self.signal(SignalingCommand::SendDescription { kind, sdp });
        }
    }

    fn hand_out_candidate(&mut self, candidate: CandidateInit) {
        if self.has_server() {
            self.signal_candidate(candidate);
        } else if !self.settings.no_trickle {
            self.tell(ClientEvent::LocalCandidate(candidate));
        }
    }

    /// Ends the call on all sides.
    pub(super) fn end_call(&mut self, now: Time, end: CallEnd) {
        if self.signaling.call().is_some() {
            self.signal(SignalingCommand::EndCall);
        }
        if let Some(session) = &mut self.session {
            session.close(now, end);
        }
    }
}
