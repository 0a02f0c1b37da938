//! One's account: the password, its end, and invitations.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::Token;
use roomrtc_core::signaling::client::Command;

use super::{Action, Copied, Desktop, DesktopEffect, Invitation, Notice, Problem, form_check};

impl Desktop {
    /// Takes an action that concerns the account.
    pub(super) fn account_for(&mut self, now: Time, action: Action) {
        if self.account.is_none() {
            return;
        }
        match action {
            Action::ChangePassword { password, new_password, repeated } => {
                let checked = form_check::new_password(&new_password, &repeated);
                self.change_account(checked, Command::ChangePassword { password, new_password });
            }
            Action::DeleteAccount { password } => {
                let is_missing = password.reveal().is_empty();
                let checked = if is_missing { Err(Problem::PasswordMissing) } else { Ok(()) };
                self.change_account(checked, Command::DeleteAccount { password });
            }
            Action::Invite => self.signal(Command::CreateInvitation),
            Action::RevokeInvitation => {
                if let Some(code) = self.invitation.clone() {
                    self.signal(Command::RevokeInvitation { code });
                }
            }
            Action::CopyInvitation => self.copy_invitation(now),
            _ => {}
        }
    }

    fn change_account(&mut self, checked: Result<(), Problem>, command: Command) {
        let Some(account) = self.account.as_mut().filter(|account| !account.is_busy) else {
            return;
        };
        account.problem = checked.err();
        if account.problem.is_none() {
            account.is_busy = true;
            self.signal(command);
        }
    }

    fn copy_invitation(&mut self, now: Time) {
        let account = self.account.as_ref();
        if let Some(link) = account.and_then(|account| account.invitation.clone()) {
            self.want(DesktopEffect::CopyText(link));
            self.post(now, Notice::Copied(Copied::Invitation));
        }
    }

    /// An invitation was made: its link is on the clipboard at once.
    pub(super) fn invitation_made(&mut self, now: Time, code: Token, lifetime: Duration) {
        if let Some(account) = &mut self.account {
            let link = Invitation::link(&self.server.name, &code);
            account.invitation = Some(link.clone());
            self.invitation = Some(code);
            self.want(DesktopEffect::CopyText(link));
            self.post(now, Notice::InvitationMade { lifetime });
        }
    }

    /// The invitation is void.
    pub(super) fn invitation_revoked(&mut self) {
        self.invitation = None;
        if let Some(account) = &mut self.account {
            account.invitation = None;
        }
    }

    /// The password was changed.
    pub(super) fn password_changed(&mut self, now: Time) {
        if let Some(account) = &mut self.account {
            (account.is_busy, account.problem) = (false, None);
            self.post(now, Notice::PasswordChanged);
        }
    }

    /// The account was deleted.
    pub(super) fn account_deleted(&mut self, now: Time) {
        self.post(now, Notice::AccountDeleted);
        self.signed_out();
        self.welcome.user.clear();
        self.settings.user.clear();
        self.want(DesktopEffect::WriteSettings(self.settings.clone()));
    }
}
