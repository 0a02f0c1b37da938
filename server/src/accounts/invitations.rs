//! Inviting guests, and entering as one.

use std::time::Duration;

use roomrtc_core::signaling::Token;

use super::{Accounts, AccountsError, NewToken, Store, randomness};
use crate::hub::{AccountOutcome, SessionGrant};

impl Accounts {
    pub(super) fn create_invitation(
        &self,
        now: u64,
        user: &str,
        store: &mut dyn Store,
    ) -> Result<AccountOutcome, AccountsError> {
        let code = randomness::invitation_code()?;
        let lifetime = self.lifetimes.invitation;
        let expires_at = now.saturating_add(lifetime.as_secs());
        let hash = randomness::code_hash(&code);
        Ok(match store.invite(now, user, &hash, expires_at)? {
            Some(ended) => AccountOutcome::Invitation { code, lifetime, ended },
            // Disabled or deleted in the meantime.
            None => AccountOutcome::Disabled,
        })
    }

    pub(super) fn revoke_invitation(
        user: &str,
        code: &Token,
        store: &mut dyn Store,
    ) -> Result<AccountOutcome, AccountsError> {
        // One that there is not is void already.
        let ended = store.revoke_invitation(user, &randomness::code_hash(code))?;
        Ok(AccountOutcome::InvitationRevoked { ended })
    }

    pub(super) fn enter(
        now: u64,
        code: &Token,
        name: &str,
        store: &mut dyn Store,
    ) -> Result<AccountOutcome, AccountsError> {
        let (new, guest) = (NewToken::first()?, randomness::guest_name()?);
        let hash = randomness::code_hash(code);
        let Some(entry) = store.enter(now, &hash, &guest, name, &new.digest)? else {
            return Ok(AccountOutcome::UnknownInvitation);
        };
        let lifetime = Duration::from_secs(entry.expires_at.saturating_sub(now));
        let grant = SessionGrant { session: entry.session, token: new.token, lifetime };
        let (inviter, name, others) = (entry.inviter, name.to_owned(), entry.others);
        Ok(AccountOutcome::Entered { inviter, guest, name, grant, others })
    }
}
