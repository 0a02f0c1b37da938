//! A store that fails, for tests.

use roomrtc_core::signaling::MissedCall;

use super::{
    AccountListing, AccountStore, BatchStore, GuestEntry, InvitationStore, MissedCallStore,
    OperatorStore, Resumption, SessionStore, StoreError, StoredAccount, TokenDigest,
};
use crate::hub::{AccountChange, SessionId, UserSession};

/// A store whose disk is gone.
pub(crate) struct FailingStore;

fn failed<T>() -> Result<T, StoreError> {
    Err(StoreError(rusqlite::Error::InvalidQuery))
}

impl AccountStore for FailingStore {
    fn names(&self) -> Result<Vec<String>, StoreError> {
        failed()
    }

    fn accounts(&self) -> Result<Vec<AccountListing>, StoreError> {
        failed()
    }

    fn account(&self, _: &str) -> Result<Option<StoredAccount>, StoreError> {
        failed()
    }

    fn create(&mut self, _: u64, _: &str, _: &str) -> Result<bool, StoreError> {
        failed()
    }

    fn hash_anew(&mut self, _: &str, _: &str, _: &str) -> Result<bool, StoreError> {
        failed()
    }

    fn delete(&mut self, _: &str, _: &str) -> Result<bool, StoreError> {
        failed()
    }
}

impl BatchStore for FailingStore {
    fn begin_batch(&mut self) -> Result<(), StoreError> {
        failed()
    }

    fn end_batch(&mut self) -> Result<(), StoreError> {
        failed()
    }
}

impl SessionStore for FailingStore {
    fn begin_session(
        &mut self,
        _: u64,
        _: &str,
        _: &str,
        _: &TokenDigest,
        _: u64,
    ) -> Result<Option<SessionId>, StoreError> {
        failed()
    }

    fn change_password(
        &mut self,
        _: &str,
        _: &str,
        _: &str,
        _: &TokenDigest,
        _: u64,
    ) -> Result<Option<SessionId>, StoreError> {
        failed()
    }

    fn resume_session(
        &mut self,
        _: u64,
        _: &TokenDigest,
        _: &TokenDigest,
        _: u64,
    ) -> Result<Resumption, StoreError> {
        failed()
    }

    fn end_session(&mut self, _: SessionId) -> Result<(), StoreError> {
        failed()
    }
}

impl InvitationStore for FailingStore {
    fn invite(
        &mut self,
        _: u64,
        _: &str,
        _: &[u8; 32],
        _: u64,
    ) -> Result<Option<Vec<UserSession>>, StoreError> {
        failed()
    }

    fn revoke_invitation(&mut self, _: &str, _: &[u8; 32]) -> Result<Vec<UserSession>, StoreError> {
        failed()
    }

    fn enter(
        &mut self,
        _: u64,
        _: &[u8; 32],
        _: &str,
        _: &str,
        _: &TokenDigest,
    ) -> Result<Option<GuestEntry>, StoreError> {
        failed()
    }
}

impl MissedCallStore for FailingStore {
    fn missed_calls(&self, _: &str) -> Result<Vec<MissedCall>, StoreError> {
        failed()
    }

    fn note_missed_call(
        &mut self,
        _: u64,
        _: &str,
        _: &str,
        _: Option<&str>,
    ) -> Result<Option<u64>, StoreError> {
        failed()
    }

    fn forget_missed_calls(&mut self, _: &str, _: u64) -> Result<(), StoreError> {
        failed()
    }
}

impl OperatorStore for FailingStore {
    fn add_accounts(&mut self, _: u64, _: &[(String, String)]) -> Result<Vec<bool>, StoreError> {
        failed()
    }

    fn set_disabled(&mut self, _: &str, _: bool) -> Result<bool, StoreError> {
        failed()
    }

    fn set_password(&mut self, _: &str, _: &str) -> Result<bool, StoreError> {
        failed()
    }

    fn remove_account(&mut self, _: &str) -> Result<bool, StoreError> {
        failed()
    }

    fn take_changes(&mut self, _: usize) -> Result<Vec<AccountChange>, StoreError> {
        failed()
    }
}
