//! What the user does.

use roomrtc_core::base::Time;

use super::{Action, Desktop};

impl Desktop {
    /// The user has done something. What makes no sense at the moment is passed over: a click may come
    /// when what it was meant for has just gone.
    pub fn act(&mut self, now: Time, action: Action) {
        match action {
            Action::TryItHere
            | Action::SignIn { .. }
            | Action::Register { .. }
            | Action::EnterAsGuest { .. }
            | Action::CancelEntry
            | Action::TrustNewCertificate
            | Action::DistrustNewCertificate
            | Action::Reconnect
            | Action::SignOut => self.enter(now, action),
            Action::Call(_)
            | Action::Cancel
            | Action::Accept
            | Action::Reject
            | Action::MissedCallsSeen => self.ring(now, action),
            Action::HangUp
            | Action::TurnCamera(_)
            | Action::ConfirmSafetyNumber
            | Action::AcceptPeerKey
            | Action::CopySafetyNumber => self.handle_call(now, action),
            Action::CloseWindow => self.close_window(now),
            other => self.act_beside(now, other),
        }
    }

    fn act_beside(&mut self, now: Time, action: Action) {
        match action {
            Action::ChooseSource(_)
            | Action::Share(_)
            | Action::StopSharing
            | Action::StartPreview
            | Action::StopPreview
            | Action::ListWindows => self.handle_source(now, action),
            Action::ChangePassword { .. }
            | Action::DeleteAccount { .. }
            | Action::Invite
            | Action::CopyInvitation
            | Action::RevokeInvitation => self.account_for(now, action),
            other => self.look(now, other),
        }
    }
}
