//! The end of the program.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::{CallStage, Desktop, DesktopEffect, Notice, ServerLoss, ServerState};
use crate::client::ClientCommand;

impl Desktop {
    /// How long the end of everything is waited for before the window closes all the same.
    pub const PATIENCE_AT_END: Duration = Duration::from_secs(3);

    /// The window is to close: the call is ended, the camera let go of, and the login left to the next
    /// start or ended. Who asks again does not wait.
    pub(super) fn close_window(&mut self, now: Time) {
        if self.closing_since.is_some() {
            return self.close_now();
        }
        self.closing_since = Some(now);
        self.stop_preview();
        self.stop_ringing();
        if let Some(call) = &mut self.call {
            call.stage = CallStage::Ending;
        }
        self.entry = None;
        let end = if self.is_login_kept { ClientCommand::Leave } else { ClientCommand::Stop };
        self.want(DesktopEffect::Command(end));
    }

    /// The client's thread has ended.
    pub(super) fn client_ended(&mut self, now: Time) {
        if self.closing_since.is_some() {
            return self.close_now();
        }
        self.server.state = ServerState::Lost(ServerLoss::Broken);
        self.call = None;
        self.ringing = None;
        self.post(now, Notice::ClientEnded);
    }

    /// When the window closes whatever else happens.
    pub(super) fn closes_at(&self) -> Option<Time> {
        let since = self.closing_since.filter(|_| !self.is_closed)?;
        Some(since + Desktop::PATIENCE_AT_END)
    }

    pub(super) fn close_now(&mut self) {
        if !std::mem::replace(&mut self.is_closed, true) {
            if self.has_local_server() {
                self.want(DesktopEffect::StopLocalServer);
            }
            self.want(DesktopEffect::CloseWindow);
        }
    }
}
