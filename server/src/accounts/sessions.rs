//! Logging in, and what a session can do.

use std::time::Duration;

use roomrtc_core::signaling::{Credentials, Password, Token};

use super::{
    Accounts, AccountsError, HashMemory, NewToken, Resumption, Store, StoredAccount, TokenDigest,
};
use crate::hub::{AccountOutcome, SessionGrant, SessionId};

impl Accounts {
    /// What is done for a wrong password is done for a user who does not exist and for one who is
    /// disabled, too.
    pub(super) fn log_in(
        &self,
        now: u64,
        credentials: &Credentials,
        memory: &mut HashMemory,
    ) -> Result<AccountOutcome, AccountsError> {
        let user = &credentials.user;
        let Some(mut account) = self.verify(user, &credentials.password, memory)? else {
            return Ok(AccountOutcome::WrongCredentials);
        };
        if account.is_disabled {
            return Ok(AccountOutcome::Disabled);
        }
        self.renew_hash(user, &credentials.password, &mut account, memory)?;
        let new = NewToken::first()?;
        let expires_at = self.session_end(now);
        let hash = &account.password_hash;
        let mut store = self.store();
        let Some(session) = store.begin_session(now, user, hash, &new.digest, expires_at)? else {
            // Disabled, deleted or given another password in the meantime.
            return Ok(AccountOutcome::WrongCredentials);
        };
        let missed = store.missed_calls(user)?;
        let grant = self.grant(session, new.token);
        Ok(AccountOutcome::LoggedIn { user: user.clone(), grant, missed })
    }

    /// Hashes the password at the cost of today if its hash is of another.
    fn renew_hash(
        &self,
        user: &str,
        password: &Password,
        account: &mut StoredAccount,
        memory: &mut HashMemory,
    ) -> Result<(), AccountsError> {
        if self.hasher.is_of_this_cost(&account.password_hash) {
            return Ok(());
        }
        let hash = self.hasher.hash(password.reveal(), memory)?;
        if self.store().hash_anew(user, &account.password_hash, &hash)? {
            account.password_hash = hash;
        }
        Ok(())
    }

    pub(super) fn resume(
        &self,
        now: u64,
        token: &Token,
        store: &mut dyn Store,
    ) -> Result<AccountOutcome, AccountsError> {
        let Some(presented) = TokenDigest::of(token) else {
            return Ok(AccountOutcome::UnknownSession);
        };
        let next = NewToken::succeeding(token)?;
        let expires_at = self.session_end(now);
        Ok(match store.resume_session(now, &presented, &next.digest, expires_at)? {
            Resumption::Account { session, user } => {
                let missed = store.missed_calls(&user)?;
                AccountOutcome::LoggedIn { user, grant: self.grant(session, next.token), missed }
            }
            Resumption::Guest { session, guest, name, inviter, expires_at } => {
                let lifetime = Duration::from_secs(expires_at.saturating_sub(now));
                let grant = SessionGrant { session, token: next.token, lifetime };
                AccountOutcome::Entered { inviter, guest, name, grant, others: Vec::new() }
            }
            Resumption::Replayed(ended) => {
                let session = ended.session.0;
                tracing::warn!(session, "a voided token came: the session is revoked");
                AccountOutcome::Replayed(ended)
            }
            Resumption::Unknown => AccountOutcome::UnknownSession,
        })
    }

    pub(super) fn change_password(
        &self,
        now: u64,
        user: &str,
        password: &Password,
        new_password: &Password,
        memory: &mut HashMemory,
    ) -> Result<AccountOutcome, AccountsError> {
        let Some(account) = self.verify(user, password, memory)? else {
            return Ok(AccountOutcome::WrongCredentials);
        };
        let new_hash = self.hasher.hash(new_password.reveal(), memory)?;
        let new = NewToken::first()?;
        let (hash, expires_at) = (&account.password_hash, self.session_end(now));
        let changed =
            self.store().change_password(user, hash, &new_hash, &new.digest, expires_at)?;
        Ok(match changed {
            Some(session) => {
                AccountOutcome::PasswordChanged { grant: self.grant(session, new.token) }
            }
            None => AccountOutcome::WrongCredentials,
        })
    }

    fn session_end(&self, now: u64) -> u64 {
        now.saturating_add(self.lifetimes.session.as_secs())
    }

    fn grant(&self, session: SessionId, token: Token) -> SessionGrant {
        SessionGrant { session, token, lifetime: self.lifetimes.session }
    }
}
