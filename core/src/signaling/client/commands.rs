//! Commands to a client: accounts.

use super::super::{Credentials, Message, UserList};
use super::{Client, Command, CommandError};

impl Client {
    /// Does what the application asks.
    ///
    /// # Errors
    /// [`CommandError`] if it makes no sense in the client's state; then nothing was sent.
    pub fn command(&mut self, command: Command) -> Result<(), CommandError> {
        match command {
            Command::Register(credentials) => self.register(credentials),
            Command::Login(credentials) => self.log_in(credentials),
            Command::Resume(token) => self.resume(token),
            Command::Enter { code, name } => self.enter(code, name),
            Command::ChangePassword { password, new_password } => {
                self.change_password(password, new_password)
            }
            Command::DeleteAccount { password } => self.delete_account(password),
            Command::CreateInvitation => self.request_logged_in(&Message::CreateInvitation),
            Command::RevokeInvitation { code } => {
                self.request_logged_in(&Message::RevokeInvitation { code })
            }
            Command::ForgetMissedCalls { number } => {
                self.request_logged_in(&Message::MissedCallsSeen { number })
            }
            Command::Logout => self.request_logged_in(&Message::Logout),
            Command::ListUsers => self.list_users(),
            Command::Invite { user } => self.invite(user),
            Command::Accept => self.accept(),
            Command::Reject => self.reject(),
            Command::SendDescription { kind, sdp } => self.send_description(kind, sdp),
            Command::SendCandidate(candidate) => self.send_candidate(candidate),
            Command::EndCall => self.end_call(),
        }
    }

    fn list_users(&mut self) -> Result<(), CommandError> {
        self.require_login()?;
        self.send(&Message::UserList(UserList::request()))
    }

    pub(super) fn require_login(&self) -> Result<(), CommandError> {
        match (self.connected, &self.user) {
            (false, _) => Err(CommandError::NotConnected),
            (true, None) => Err(CommandError::NotLoggedIn),
            (true, Some(_)) => Ok(()),
        }
    }

    fn register(&mut self, credentials: Credentials) -> Result<(), CommandError> {
        self.require_no_login()?;
        let user = credentials.user.clone();
        self.request(&Message::Register(credentials), &user)
    }

    fn log_in(&mut self, credentials: Credentials) -> Result<(), CommandError> {
        self.require_no_login()?;
        let user = credentials.user.clone();
        self.request(&Message::Login(credentials), &user)
    }

    pub(super) fn require_no_login(&self) -> Result<(), CommandError> {
        self.user.as_ref().map_or(Ok(()), |_| Err(CommandError::AlreadyLoggedIn))
    }
}
