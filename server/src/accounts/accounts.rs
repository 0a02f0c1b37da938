//! The operations on the accounts.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64ct::{Base64UrlUnpadded, Encoding};
use roomrtc_core::signaling::{Credentials, Token};

use super::{AccountStore, HashMemory, PasswordHasher, PasswordHasherError, StoreError};
use crate::hub::{AccountOutcome, AccountRequest, SessionGrant, SessionId};

/// A store and a hasher, for any number of workers.
pub struct Accounts {
    store: Mutex<Box<dyn AccountStore>>,
    hasher: PasswordHasher,
    /// What the password of a user who does not exist is compared with, so that it takes as long.
    nobody: String,
    sessions: AtomicU64,
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
        Ok(Accounts { store: Mutex::new(store), hasher, nobody, sessions: AtomicU64::new(0) })
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
            AccountRequest::LogIn(credentials) => self.log_in(credentials, memory),
            AccountRequest::Resume(_) => AccountOutcome::UnknownSession,
            AccountRequest::LogOut(_) => AccountOutcome::Done,
            _ => AccountOutcome::Failed,
        }
    }

    fn create(&self, credentials: &Credentials, memory: &mut HashMemory) -> AccountOutcome {
        let hash = match self.hasher.hash(credentials.password.reveal(), memory) {
            Ok(hash) => hash,
            Err(error) => return failed(&error),
        };
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        match self.store().create(&credentials.user, &hash, since_1970.as_secs()) {
            Ok(true) => AccountOutcome::Done,
            Ok(false) => AccountOutcome::NameTaken,
            Err(error) => failed(&error),
        }
    }

    fn log_in(&self, credentials: &Credentials, memory: &mut HashMemory) -> AccountOutcome {
        let stored = match self.store().password_hash(&credentials.user) {
            Ok(stored) => stored,
            Err(error) => return failed(&error),
        };
        let hash = stored.as_deref().unwrap_or(&self.nobody);
        let is_right = self.hasher.verify(credentials.password.reveal(), hash, memory);
        if is_right && stored.is_some() {
            let user = credentials.user.clone();
            self.grant().map_or(AccountOutcome::Failed, |grant| AccountOutcome::LoggedIn {
                user,
                grant,
                missed: Vec::new(),
            })
        } else {
            AccountOutcome::WrongCredentials
        }
    }

    /// A new session. It cannot be resumed yet.
    fn grant(&self) -> Option<SessionGrant> {
        let mut random = [0; 32];
        getrandom::fill(&mut random).ok()?;
        let token = Token::new(Base64UrlUnpadded::encode_string(&random)).ok()?;
        let session = SessionId(self.sessions.fetch_add(1, Ordering::Relaxed));
        let lifetime = Duration::from_secs(30 * 24 * 3600);
        Some(SessionGrant { session, token, lifetime })
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
        let verify = AccountRequest::LogIn(credentials());
        assert_eq!(accounts.perform(&verify, &mut HashMemory::default()), AccountOutcome::Failed);
        assert!(accounts.names().is_err());
    }

    #[test]
    fn only_the_right_password_of_a_user_is_verified() {
        let accounts = accounts();
        let verify = |user: &str, password: &str| {
            let request = AccountRequest::LogIn(Credentials::new(user, password));
            accounts.perform(&request, &mut HashMemory::default())
        };
        let alice = Credentials::new("alice", "correct horse");
        let create = AccountRequest::Create(alice);
        assert_eq!(accounts.perform(&create, &mut HashMemory::default()), AccountOutcome::Done);
        assert_eq!(
            accounts.perform(&create, &mut HashMemory::default()),
            AccountOutcome::NameTaken
        );
        let right = verify("alice", "correct horse");
        assert!(matches!(right, AccountOutcome::LoggedIn { user, .. } if user == "alice"));
        assert_eq!(verify("alice", "battery staple"), AccountOutcome::WrongCredentials);
        assert_eq!(verify("bob", "correct horse"), AccountOutcome::WrongCredentials);
        assert_eq!(verify("bob", ""), AccountOutcome::WrongCredentials);
    }
}
