//! The operations on the accounts.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use roomrtc_core::signaling::{Credentials, Password};

use super::{
    AccountsError, HashMemory, Lifetimes, PasswordHasher, PasswordHasherError, Store, StoreError,
    StoredAccount,
};
use crate::hub::{AccountChange, AccountOutcome, AccountRequest};

/// A store and a hasher, for any number of workers.
pub struct Accounts {
    store: Mutex<Box<dyn Store>>,
    pub(super) hasher: PasswordHasher,
    pub(super) lifetimes: Lifetimes,
    /// What the password of a user who does not exist is compared with, so that it takes as long.
    nobody: String,
}

impl Accounts {
    /// Most changes from outside that are taken at once.
    const CHANGES_AT_ONCE: usize = 1024;

    /// The accounts in `store`.
    ///
    /// # Errors
    /// [`PasswordHasherError`] if the hasher does not work.
    pub fn new(
        store: Box<dyn Store>,
        hasher: PasswordHasher,
        lifetimes: Lifetimes,
    ) -> Result<Accounts, PasswordHasherError> {
        let nobody = hasher.hash("", &mut HashMemory::default())?;
        Ok(Accounts { store: Mutex::new(store), hasher, lifetimes, nobody })
    }

    /// The names of all accounts, for a server that begins: what was done before it did is no
    /// change to it.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub fn names(&self) -> Result<Vec<String>, StoreError> {
        let mut store = self.store();
        // Forgotten first: what is done in between is among the names and still told as a change.
        while !store.take_changes(Accounts::CHANGES_AT_ONCE)?.is_empty() {}
        store.names()
    }

    /// Whether the accounts can be read at all.
    pub fn is_readable(&self) -> bool {
        self.store().account("").is_ok()
    }

    /// What other programs did to the accounts since this was last asked, a bounded number of
    /// changes. Ask again until there are none.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub fn take_changes(&self) -> Result<Vec<AccountChange>, StoreError> {
        self.store().take_changes(Accounts::CHANGES_AT_ONCE)
    }

    /// Does `request`, which may take tens of milliseconds. Failures are logged. Each worker has
    /// its own `memory`.
    pub fn perform(&self, request: &AccountRequest, memory: &mut HashMemory) -> AccountOutcome {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        self.perform_at(since_1970.as_secs(), request, memory)
    }

    /// As [`Accounts::perform`], with the time given: seconds since 1970.
    pub fn perform_at(
        &self,
        now: u64,
        request: &AccountRequest,
        memory: &mut HashMemory,
    ) -> AccountOutcome {
        self.attempt(now, request, memory).unwrap_or_else(|error| {
            tracing::error!(%error, "an operation on the accounts failed");
            AccountOutcome::Failed
        })
    }

    fn attempt(
        &self,
        now: u64,
        request: &AccountRequest,
        memory: &mut HashMemory,
    ) -> Result<AccountOutcome, AccountsError> {
        match request {
            AccountRequest::Create(credentials) => self.create(now, credentials, memory),
            AccountRequest::LogIn(credentials) => self.log_in(now, credentials, memory),
            AccountRequest::Resume(token) => self.resume(now, token),
            AccountRequest::LogOut(session) => self.log_out(*session),
            AccountRequest::ChangePassword { user, password, new_password } => {
                self.change_password(now, user, password, new_password, memory)
            }
            AccountRequest::Delete { user, password } => self.delete(user, password, memory),
            AccountRequest::CreateInvitation { user } => self.create_invitation(now, user),
            AccountRequest::RevokeInvitation { user, code } => self.revoke_invitation(user, code),
            AccountRequest::Enter { code, name } => self.enter(now, code, name),
            AccountRequest::NoteMissedCall { callee, caller, name, at } => {
                self.store().note_missed_call(*at, callee, caller, name.as_deref())?;
                Ok(AccountOutcome::Done)
            }
            AccountRequest::ForgetMissedCalls { user, number } => {
                self.store().forget_missed_calls(user, *number)?;
                Ok(AccountOutcome::Done)
            }
        }
    }

    fn create(
        &self,
        now: u64,
        credentials: &Credentials,
        memory: &mut HashMemory,
    ) -> Result<AccountOutcome, AccountsError> {
        let hash = self.hasher.hash(credentials.password.reveal(), memory)?;
        let is_made = self.store().create(now, &credentials.user, &hash)?;
        Ok(if is_made { AccountOutcome::Done } else { AccountOutcome::NameTaken })
    }

    fn delete(
        &self,
        user: &str,
        password: &Password,
        memory: &mut HashMemory,
    ) -> Result<AccountOutcome, AccountsError> {
        let Some(account) = self.verify(user, password, memory)? else {
            return Ok(AccountOutcome::WrongCredentials);
        };
        let is_deleted = self.store().delete(user, &account.password_hash)?;
        Ok(if is_deleted { AccountOutcome::Done } else { AccountOutcome::WrongCredentials })
    }

    /// The account of `user`, if there is one and this is its password.
    ///
    /// The store is asked once and one hash is computed, whatever the answer is.
    pub(super) fn verify(
        &self,
        user: &str,
        password: &Password,
        memory: &mut HashMemory,
    ) -> Result<Option<StoredAccount>, AccountsError> {
        let stored = self.store().account(user)?;
        let hash = stored.as_ref().map_or(&self.nobody, |account| &account.password_hash);
        let is_right = self.hasher.verify(password.reveal(), hash, memory);
        Ok(stored.filter(|_| is_right))
    }

    pub(super) fn store(&self) -> MutexGuard<'_, Box<dyn Store>> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts").field("hasher", &self.hasher).finish_non_exhaustive()
    }
}
