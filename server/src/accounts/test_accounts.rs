//! Accounts to try things on.

use roomrtc_core::signaling::{Credentials, Password, Token};

use super::{
    Accounts, HashMemory, Lifetimes, OperatorStore, PasswordCost, PasswordHasher, SqliteStore,
};
use crate::hub::{AccountOutcome, AccountRequest, SessionGrant};

/// Accounts in a file, with what an operator may do to them, at a time that a test sets.
pub(super) struct TestAccounts {
    pub(super) accounts: Accounts,
    pub(super) operator: SqliteStore,
    pub(super) memory: HashMemory,
    /// Seconds since 1970.
    pub(super) now: u64,
    /// Gone with this.
    _directory: tempfile::TempDir,
}

impl TestAccounts {
    /// With the account of alice, whose password is `correct horse`.
    pub(super) fn new() -> TestAccounts {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("accounts.sqlite");
        let store = SqliteStore::open(&path).expect("opened");
        let hasher = PasswordHasher::new(PasswordCost::LEAST).expect("in range");
        let accounts = Accounts::new(Box::new(store), hasher, Lifetimes::default());
        let mut test = TestAccounts {
            accounts: accounts.expect("hashes"),
            operator: SqliteStore::open_existing(&path).expect("opened"),
            memory: HashMemory::default(),
            now: 1_000_000,
            _directory: directory,
        };
        let alice = Credentials::new("alice", "correct horse");
        assert_eq!(test.perform(&AccountRequest::Create(alice)), AccountOutcome::Done);
        test
    }

    pub(super) fn perform(&mut self, request: &AccountRequest) -> AccountOutcome {
        self.accounts.perform_at(self.now, request, &mut self.memory)
    }

    pub(super) fn log_in(&mut self, user: &str, password: &str) -> AccountOutcome {
        self.perform(&AccountRequest::LogIn(Credentials::new(user, password)))
    }

    /// Alice's grant.
    pub(super) fn session(&mut self) -> SessionGrant {
        grant(self.log_in("alice", "correct horse"))
    }

    pub(super) fn resume(&mut self, token: &Token) -> AccountOutcome {
        self.perform(&AccountRequest::Resume(token.clone()))
    }

    pub(super) fn change_password(&mut self, password: &str, new: &str) -> AccountOutcome {
        let (password, new_password) = (Password::new(password), Password::new(new));
        let user = "alice".to_owned();
        self.perform(&AccountRequest::ChangePassword { user, password, new_password })
    }

    /// An invitation of alice's.
    pub(super) fn invitation(&mut self) -> Token {
        match self.perform(&AccountRequest::CreateInvitation { user: "alice".into() }) {
            AccountOutcome::Invitation { code, .. } => code,
            other => panic!("no invitation: {other:?}"),
        }
    }

    pub(super) fn enter(&mut self, code: &Token) -> AccountOutcome {
        self.perform(&AccountRequest::Enter { code: code.clone(), name: "Zoë".into() })
    }

    pub(super) fn set_disabled(&mut self, is_disabled: bool) {
        assert!(self.operator.set_disabled("alice", is_disabled).expect("written"));
    }
}

/// What a login, a resumption or a change of password gave.
pub(super) fn grant(outcome: AccountOutcome) -> SessionGrant {
    match outcome {
        AccountOutcome::LoggedIn { grant, .. }
        | AccountOutcome::PasswordChanged { grant }
        | AccountOutcome::Entered { grant, .. } => grant,
        other => panic!("nothing granted: {other:?}"),
    }
}
