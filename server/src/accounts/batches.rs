//! Requests that hash nothing, alone or several as one.

use roomrtc_core::signaling::MissedCall;

use super::accounts::told;
use super::{Accounts, AccountsError, Store, StoreError};
use crate::hub::{AccountOutcome, AccountRequest};

impl Accounts {
    /// As [`Accounts::perform_all`], with the time given: seconds since 1970.
    pub fn perform_all_at(&self, now: u64, requests: &[AccountRequest]) -> Vec<AccountOutcome> {
        self.keep_all(now, requests).unwrap_or_else(|error| {
            tracing::error!(%error, count = requests.len(), "operations on the accounts failed");
            vec![AccountOutcome::Failed; requests.len()]
        })
    }

    fn keep_all(
        &self,
        now: u64,
        requests: &[AccountRequest],
    ) -> Result<Vec<AccountOutcome>, StoreError> {
        // Held all the time: what another worker did meanwhile would be part of the batch.
        let mut store = self.store();
        store.begin_batch()?;
        let outcomes =
            requests.iter().map(|request| told(self.keep(now, request, &mut **store))).collect();
        store.end_batch()?;
        Ok(outcomes)
    }

    /// Does a request that hashes nothing.
    pub(super) fn keep(
        &self,
        now: u64,
        request: &AccountRequest,
        store: &mut dyn Store,
    ) -> Result<AccountOutcome, AccountsError> {
        match request {
            AccountRequest::Resume(token) => return self.resume(now, token, store),
            AccountRequest::LogOut(session) => store.end_session(*session)?,
            AccountRequest::CreateInvitation { user } => {
                return self.create_invitation(now, user, store);
            }
            AccountRequest::RevokeInvitation { user, code } => {
                return Accounts::revoke_invitation(user, code, store);
            }
            AccountRequest::Enter { code, name } => {
                return Accounts::enter(now, code, name, store);
            }
            AccountRequest::NoteMissedCall { callee, caller, name, at } => {
                return note_missed_call(*at, callee, caller, name.clone(), store);
            }
            AccountRequest::ForgetMissedCalls { user, number } => {
                store.forget_missed_calls(user, *number)?;
            }
            // What hashes has no place here.
            _ => return Ok(AccountOutcome::Failed),
        }
        Ok(AccountOutcome::Done)
    }
}

/// Keeps a missed call, which gets its number.
fn note_missed_call(
    at: u64,
    callee: &str,
    caller: &str,
    name: Option<String>,
    store: &mut dyn Store,
) -> Result<AccountOutcome, AccountsError> {
    let noted = store.note_missed_call(at, callee, caller, name.as_deref())?;
    Ok(noted.map_or(AccountOutcome::Done, |number| AccountOutcome::MissedCallNoted {
        callee: callee.to_owned(),
        missed: MissedCall { user: caller.to_owned(), at, number, name },
    }))
}
