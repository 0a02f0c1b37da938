//! Logging in, changing the password, deleting the account.

use roomrtc_core::signaling::{Credentials, Password};

use crate::accounts::test_accounts::{TestAccounts, grant};
use crate::accounts::{AccountStore, PasswordCost, PasswordHasher};
use crate::hub::{AccountOutcome, AccountRequest};

#[test]
fn only_the_right_password_of_a_user_logs_in() {
    let mut test = TestAccounts::new();
    let again = AccountRequest::Create(Credentials::new("Alice", "correct horse"));
    assert_eq!(test.perform(&again), AccountOutcome::NameTaken);
    assert_eq!(test.log_in("alice", "battery staple"), AccountOutcome::WrongCredentials);
    assert_eq!(test.log_in("bob", "correct horse"), AccountOutcome::WrongCredentials);
    assert_eq!(test.log_in("bob", ""), AccountOutcome::WrongCredentials);
    match test.log_in("alice", "correct horse") {
        AccountOutcome::LoggedIn { user, grant, missed } => {
            assert_eq!((user.as_str(), missed.len()), ("alice", 0));
            assert_eq!(grant.lifetime.as_secs(), 30 * 24 * 60 * 60);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_changed_password_ends_every_session_but_the_one_it_begins() {
    let mut test = TestAccounts::new();
    let old = test.session();
    let wrong = test.change_password("wrong horse", "battery staple");
    assert_eq!(wrong, AccountOutcome::WrongCredentials);
    let new = grant(test.change_password("correct horse", "battery staple"));
    assert_ne!(new.session, old.session);
    assert_eq!(test.resume(&old.token), AccountOutcome::UnknownSession);
    assert!(matches!(test.resume(&new.token), AccountOutcome::LoggedIn { .. }));
    assert_eq!(test.log_in("alice", "correct horse"), AccountOutcome::WrongCredentials);
    assert!(matches!(test.log_in("alice", "battery staple"), AccountOutcome::LoggedIn { .. }));
}

#[test]
fn a_deleted_account_leaves_nothing_behind() {
    let mut test = TestAccounts::new();
    let session = test.session();
    let code = test.invitation();
    let guest = grant(test.enter(&code));
    let mut delete = |password| {
        let (user, password) = ("alice".to_owned(), Password::new(password));
        test.perform(&AccountRequest::Delete { user, password })
    };
    assert_eq!(delete("battery staple"), AccountOutcome::WrongCredentials);
    assert_eq!(delete("correct horse"), AccountOutcome::Done);
    assert_eq!(delete("correct horse"), AccountOutcome::WrongCredentials);
    assert_eq!(test.resume(&session.token), AccountOutcome::UnknownSession);
    assert_eq!(test.resume(&guest.token), AccountOutcome::UnknownSession);
    assert_eq!(test.enter(&code), AccountOutcome::UnknownInvitation);
}

#[test]
fn a_hash_of_another_cost_is_renewed_at_the_next_login() {
    let mut test = TestAccounts::new();
    let cost = PasswordCost { memory_kib: 16, ..PasswordCost::LEAST };
    test.accounts.hasher = PasswordHasher::new(cost).expect("in range");
    let hash = |test: &TestAccounts| {
        test.operator.account("alice").expect("read").expect("there").password_hash
    };
    assert_eq!(test.log_in("alice", "battery staple"), AccountOutcome::WrongCredentials);
    assert!(hash(&test).contains("m=8,"), "a wrong password renews nothing");
    test.session();
    assert!(hash(&test).contains("m=16,"));
    let before = test.memory.hashes();
    test.session();
    assert_eq!(test.memory.hashes() - before, 1);
}
