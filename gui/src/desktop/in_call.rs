//! The call that stands.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;

use super::{
    Action, CallEnding, CallStage, CurrentCall, Desktop, DesktopEffect, Notice, OwnPicture, Panel,
    PeerKey, Quality, ServerState, SourceChoice, SourceState,
};
use crate::client::{CallEnd, CallSummary, ClientCommand, ClientEvent};
use crate::statistics::CallStatistics;

/// How often a call is measured.
pub(super) const MEASURING: Duration = Duration::from_secs(1);

/// Over how many measurements the quality is told.
const WINDOW: usize = 4;

impl Desktop {
    /// Takes an action that concerns the call.
    pub(super) fn handle_call(&mut self, now: Time, action: Action) {
        match action {
            Action::HangUp => self.hang_up(),
            Action::TurnCamera(is_on) => self.turn_camera(is_on),
            Action::ConfirmSafetyNumber => self.confirm_peer(),
            Action::AcceptPeerKey => self.accept_peer(),
            Action::CopySafetyNumber => self.copy_safety_number(now),
            _ => {}
        }
    }

    fn hang_up(&mut self) {
        if let Some(call) = &mut self.call {
            if call.stage != CallStage::Ending {
                call.stage = CallStage::Ending;
                self.want(DesktopEffect::Command(ClientCommand::HangUp));
            }
        } else {
            self.stop_ringing();
        }
    }

    fn turn_camera(&mut self, is_on: bool) {
        if let Some(call) = &mut self.call {
            call.is_camera_on = is_on;
            self.want(DesktopEffect::Command(ClientCommand::TurnCamera(is_on)));
        }
    }

    /// The call was accepted.
    pub(super) fn call_began(&mut self, now: Time, user: String, role: CallRole) {
        let ringing = self.ringing.take().filter(|ringing| ringing.user == user);
        self.stop_preview();
        self.panel = None;
        let is_camera_on = self.settings.begins_with_camera;
        let sends = self.devices.chosen != SourceChoice::Nothing;
        self.begin_report(&user);
        self.call = Some(CurrentCall {
            user,
            guest_name: ringing.and_then(|ringing| ringing.guest_name),
            role,
            began: now,
            connected_at: None,
            stage: CallStage::Connecting,
            is_detached: false,
            is_camera_on,
            sharing: None,
            source: if sends { SourceState::Starting } else { SourceState::Off },
            own_picture: OwnPicture::from(&self.settings),
            has_picture: false,
            has_video_ended: false,
            statistics: None,
            quality: Quality::default(),
            safety_number: None,
            peer_key: PeerKey::Unknown,
        });
        self.want(DesktopEffect::Command(ClientCommand::TurnCamera(is_camera_on)));
        self.measure_at = Some(now + MEASURING);
        self.recent.clear();
    }

    /// What the client tells of the call.
    pub(super) fn hear_of_call(&mut self, now: Time, event: ClientEvent) {
        let Some(call) = &mut self.call else {
            return;
        };
        match event {
            ClientEvent::Connected => {
                call.connected_at.get_or_insert(now);
                call.find_path();
            }
            ClientEvent::PathFound if call.connected_at.is_some() => call.find_path(),
            ClientEvent::PathLost => {
                call.lose_path(now);
                self.restart_path();
            }
            ClientEvent::CallDetached => self.detach(now, true),
            ClientEvent::CallRejoined => self.detach(now, false),
            ClientEvent::StreamEnded => {
                call.has_video_ended = true;
                let user = call.name().to_owned();
                self.post(now, Notice::VideoEnded { user });
            }
            ClientEvent::RecordingFault(_) => self.post(now, Notice::RecordingFault),
            _ => {}
        }
        self.follow_report(now);
    }

    /// The server no longer knows of the call, or does again.
    fn detach(&mut self, now: Time, is_detached: bool) {
        self.call.iter_mut().for_each(|call| call.is_detached = is_detached);
        self.post(now, if is_detached { Notice::CallDetached } else { Notice::CallRejoined });
        self.restart_path();
    }

    /// Looks for another way with new credentials. The caller does it, so that two offers do not meet.
    fn restart_path(&mut self) {
        let is_here = self.server.state == ServerState::Connected;
        let restarts = self.call.as_ref().is_some_and(|call| {
            let is_lost = matches!(call.stage, CallStage::Reconnecting { .. });
            is_lost && is_here && !call.is_detached && call.role == CallRole::Caller
        });
        if restarts {
            self.want(DesktopEffect::Command(ClientCommand::RestartIce));
            self.want(DesktopEffect::Command(ClientCommand::Offer));
        }
    }

    /// The first picture of the other side was decoded.
    pub(super) fn first_picture(&mut self, now: Time) {
        if let Some(call) = &mut self.call {
            call.has_picture = true;
            self.follow_report(now);
        }
    }

    /// What was measured of the call.
    pub(super) fn measured(&mut self, now: Time, statistics: Box<CallStatistics>) {
        let Some(call) = &mut self.call else {
            return;
        };
        let before = self.recent.front().unwrap_or(&statistics);
        let is_sending = call.is_camera_on && matches!(call.source, SourceState::Running(_));
        call.quality = Quality::measure(before, &statistics, is_sending);
        let frames = |one: &CallStatistics| one.inbound.as_ref().map_or(0, |it| it.frames_decoded);
        call.has_picture |= frames(&statistics) > 0;
        let last = self.recent.back().map_or(0, frames);
        call.has_video_ended &= frames(&statistics) <= last;
        if self.recent.len() == WINDOW {
            self.recent.pop_front();
        }
        self.recent.push_back((*statistics).clone());
        call.statistics = Some(statistics);
        self.follow_report(now);
    }

    /// Has the call measured if it is time.
    pub(super) fn measure(&mut self, now: Time) {
        if self.call.is_none() {
            self.measure_at = None;
        } else if self.measure_at.is_some_and(|at| at <= now) {
            self.measure_at = Some(now + MEASURING);
            self.want(DesktopEffect::Command(ClientCommand::Measure));
        }
    }

    /// The call is over.
    pub(super) fn call_over(&mut self, now: Time, end: &CallEnd, summary: &CallSummary) {
        let Some(call) = self.call.take() else {
            return;
        };
        let ending = CallEnding::from(end);
        let (user, lasted) = (call.name().to_owned(), call.lasted(now));
        self.conclude_report(&call, end, summary);
        if call.sharing.is_some() {
            self.want(DesktopEffect::ChooseSource(self.devices.chosen.clone()));
        }
        self.measure_at = None;
        self.is_full_screen = false;
        let is_explained = self.doctor.as_ref().is_some_and(|report| report.explains(ending));
        self.panel = match self.panel {
            _ if is_explained => Some(Panel::Doctor),
            Some(Panel::SafetyNumber | Panel::Share) => None,
            panel => panel,
        };
        self.post(now, Notice::CallOver { user, ending, lasted });
    }
}
