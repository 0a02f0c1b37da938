//! The operations on the accounts.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use roomrtc_core::signaling::Credentials;

use super::{AccountStore, HashMemory, PasswordHasher, PasswordHasherError, StoreError};
use crate::hub::{AccountOutcome, AccountRequest};

/// A store and a hasher, for any number of workers.
pub struct Accounts {
    store: Mutex<Box<dyn AccountStore>>,
    hasher: PasswordHasher,
    /// What the password of a user who does not exist is compared with, so that it takes as long.
    nobody: String,
}

impl Accounts {
    /// The accounts in `store`.
    ///
    /// # Errors
    /// [`PasswordHasherError`] if the hasher does not work.
    pub fn new(
        store: Box<dyn AccountStore>,
        hasher: PasswordHasher,
    ) -> Result<Accounts, PasswordHasherError> {
        let nobody = hasher.hash("", &mut HashMemory::default())?;
        Ok(Accounts { store: Mutex::new(store), hasher, nobody })
    }

    /// The names of all accounts.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    pub fn names(&self) -> Result<Vec<String>, StoreError> {
        self.store().names()
    }

    /// Does `request`, which may take tens of milliseconds. Failures are logged. Each worker has
    /// its own `memory`.
    pub fn perform(&self, request: &AccountRequest, memory: &mut HashMemory) -> AccountOutcome {
        match request {
            AccountRequest::Create(credentials) => self.create(credentials, memory),
            AccountRequest::Verify(credentials) => self.verify(credentials, memory),
        }
    }

    fn create(&self, credentials: &Credentials, memory: &mut HashMemory) -> AccountOutcome {
        let hash = match self.hasher.hash(credentials.password.reveal(), memory) {
            Ok(hash) => hash,
            Err(error) => return failed(&error),
        };
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        match self.store().create(&credentials.user, &hash, since_1970.as_secs()) {
            Ok(true) => AccountOutcome::Created,
            Ok(false) => AccountOutcome::NameTaken,
            Err(error) => failed(&error),
        }
    }

    fn verify(&self, credentials: &Credentials, memory: &mut HashMemory) -> AccountOutcome {
        let stored = match self.store().password_hash(&credentials.user) {
            Ok(stored) => stored,
            Err(error) => return failed(&error),
        };
        let hash = stored.as_deref().unwrap_or(&self.nobody);
        let is_right = self.hasher.verify(credentials.password.reveal(), hash, memory);
        if is_right && stored.is_some() {
            AccountOutcome::Verified
        } else {
            AccountOutcome::WrongCredentials
        }
    }

    fn store(&self) -> MutexGuard<'_, Box<dyn AccountStore>> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts").field("hasher", &self.hasher).finish_non_exhaustive()
    }
}

fn failed(error: &dyn fmt::Display) -> AccountOutcome {
    tracing::error!(%error, "an operation on the accounts failed");
    AccountOutcome::Failed
}

#[cfg(test)]
mod tests {
    use super::super::failing_store::FailingStore;
    use super::super::{PasswordCost, SqliteStore};
    use super::*;

    fn accounts() -> Accounts {
        let store = SqliteStore::in_memory().expect("memory");
        let hasher = PasswordHasher::new(PasswordCost::LEAST).expect("in range");
        Accounts::new(Box::new(store), hasher).expect("hashes")
    }

    #[test]
    fn nobodys_hash_costs_what_a_users_does() {
        let accounts = accounts();
        let cost = |hash: &str| hash.split('$').take(4).collect::<Vec<_>>().join("$");
        let hash =
            accounts.hasher.hash("correct horse", &mut HashMemory::default()).expect("hashed");
        assert_eq!(cost(&accounts.nobody), cost(&hash));
        assert_eq!(accounts.nobody.len(), hash.len());
    }

    #[test]
    fn a_store_that_fails_is_not_a_wrong_password() {
        let hasher = PasswordHasher::new(PasswordCost::LEAST).expect("in range");
        let accounts = Accounts::new(Box::new(FailingStore), hasher).expect("hashes");
        let credentials = || Credentials::new("alice", "correct horse");
        let create = AccountRequest::Create(credentials());
        assert_eq!(accounts.perform(&create, &mut HashMemory::default()), AccountOutcome::Failed);
        let verify = AccountRequest::Verify(credentials());
        assert_eq!(accounts.perform(&verify, &mut HashMemory::default()), AccountOutcome::Failed);
        assert!(accounts.names().is_err());
    }

    #[test]
    fn only_the_right_password_of_a_user_is_verified() {
        let accounts = accounts();
        let verify = |user: &str, password: &str| {
            let request = AccountRequest::Verify(Credentials::new(user, password));
            accounts.perform(&request, &mut HashMemory::default())
        };
        let alice = Credentials::new("alice", "correct horse");
        let create = AccountRequest::Create(alice);
        assert_eq!(accounts.perform(&create, &mut HashMemory::default()), AccountOutcome::Created);
        assert_eq!(
            accounts.perform(&create, &mut HashMemory::default()),
            AccountOutcome::NameTaken
        );
        assert_eq!(verify("alice", "correct horse"), AccountOutcome::Verified);
        assert_eq!(verify("alice", "battery staple"), AccountOutcome::WrongCredentials);
        assert_eq!(verify("bob", "correct horse"), AccountOutcome::WrongCredentials);
        assert_eq!(verify("bob", ""), AccountOutcome::WrongCredentials);
    }
}
