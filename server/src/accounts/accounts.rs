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
        self.perform_at(seconds_since_1970(), request, memory)
    }

    /// Does `requests`, of which none hashes, as one change of the store: all of them outlast a crash
    /// when this returns. As many outcomes, in their order. Failures are logged.
    pub fn perform_all(&self, requests: &[AccountRequest]) -> Vec<AccountOutcome> {
        self.perform_all_at(seconds_since_1970(), requests)
    }

    /// As [`Accounts::perform`], with the time given: seconds since 1970.
    pub fn perform_at(
        &self,
        now: u64,
        request: &AccountRequest,
        memory: &mut HashMemory,
    ) -> AccountOutcome {
        told(self.attempt(now, request, memory))
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
            AccountRequest::ChangePassword { user, password, new_password } => {
                self.change_password(now, user, password, new_password, memory)
            }
            AccountRequest::Delete { user, password } => self.delete(user, password, memory),
            other => self.keep(now, other, &mut **self.store()),
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

fn seconds_since_1970() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

/// The outcome, or that it failed, which is logged.
pub(super) fn told(done: Result<AccountOutcome, AccountsError>) -> AccountOutcome {
    done.unwrap_or_else(|error| {
        tracing::error!(%error, "an operation on the accounts failed");
        AccountOutcome::Failed
    })
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts").field("hasher", &self.hasher).finish_non_exhaustive()
    }
}
