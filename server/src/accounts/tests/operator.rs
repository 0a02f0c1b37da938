//! What an operator does while a server runs on the same store.

use crate::accounts::test_accounts::{TestAccounts, grant};
use crate::accounts::{AccountStore, HashMemory, OperatorStore};
use crate::hub::{AccountChange, AccountOutcome, AccountRequest};

fn changes(test: &TestAccounts) -> Vec<AccountChange> {
    test.accounts.take_changes().expect("read")
}

#[test]
fn a_disabled_user_neither_logs_in_nor_resumes_nor_has_guests() {
    let mut test = TestAccounts::new();
    let (token, code) = (test.session().token, test.invitation());
    let guest = grant(test.enter(&code)).token;
    test.set_disabled(true);
    assert_eq!(test.log_in("alice", "correct horse"), AccountOutcome::Disabled);
    assert_eq!(test.resume(&token), AccountOutcome::UnknownSession);
    assert_eq!(test.resume(&guest), AccountOutcome::UnknownSession);
    assert_eq!(test.enter(&code), AccountOutcome::UnknownInvitation);
    let invite = AccountRequest::CreateInvitation { user: "alice".into() };
    assert_eq!(test.perform(&invite), AccountOutcome::Disabled);
    let change = test.change_password("correct horse", "battery staple");
    assert_eq!(change, AccountOutcome::WrongCredentials);
    test.set_disabled(false);
    assert!(matches!(test.log_in("alice", "correct horse"), AccountOutcome::LoggedIn { .. }));
}

#[test]
fn a_password_that_the_operator_gave_is_the_one_that_counts() {
    let mut test = TestAccounts::new();
    let token = test.session().token;
    let hash = test.accounts.hasher.hash("battery staple", &mut HashMemory::default());
    assert!(test.operator.set_password("alice", &hash.expect("hashed")).expect("written"));
    assert_eq!(test.resume(&token), AccountOutcome::UnknownSession);
    assert_eq!(test.log_in("alice", "correct horse"), AccountOutcome::WrongCredentials);
    assert!(matches!(test.log_in("alice", "battery staple"), AccountOutcome::LoggedIn { .. }));
}

#[test]
fn a_disabled_users_guests_are_named() {
    let mut test = TestAccounts::new();
    let code = test.invitation();
    let AccountOutcome::Entered { guest, .. } = test.enter(&code) else { panic!("refused") };
    test.set_disabled(true);
    let told = [AccountChange::Revoked("alice".into()), AccountChange::Revoked(guest)];
    assert_eq!(changes(&test), told);
}

#[test]
fn a_running_server_learns_of_each_change_once() {
    let mut test = TestAccounts::new();
    assert_eq!(changes(&test), [], "its own changes are none from outside");
    let accounts = [("bob", "hash"), ("Alice", "hash"), ("carol", "hash")];
    let accounts = accounts.map(|(name, hash)| (name.to_owned(), hash.to_owned()));
    let added = test.operator.add_accounts(7, &accounts).expect("written");
    assert_eq!(added, [true, false, true]);
    test.set_disabled(true);
    test.set_disabled(false);
    assert!(test.operator.set_password("bob", "other").expect("written"));
    assert!(test.operator.remove_account("carol").expect("written"));
    let told = [
        AccountChange::Added("bob".into()),
        AccountChange::Added("carol".into()),
        AccountChange::Revoked("alice".into()),
        AccountChange::Revoked("bob".into()),
        AccountChange::Deleted("carol".into()),
    ];
    assert_eq!(changes(&test), told);
    assert_eq!(changes(&test), []);
}

#[test]
fn what_was_done_before_a_server_began_is_no_change_to_it() {
    let mut test = TestAccounts::new();
    let bob = [("bob".to_owned(), "hash".to_owned())];
    test.operator.add_accounts(7, &bob).expect("written");
    assert_eq!(test.accounts.names().expect("read"), ["alice", "bob"]);
    assert_eq!(changes(&test), []);
}

#[test]
fn nothing_is_done_to_nobody() {
    let mut test = TestAccounts::new();
    assert!(!test.operator.set_disabled("nobody", true).expect("read"));
    assert!(!test.operator.set_password("nobody", "hash").expect("read"));
    assert!(!test.operator.remove_account("nobody").expect("read"));
    assert_eq!(changes(&test), []);
}

#[test]
fn the_list_names_who_is_disabled() {
    let mut test = TestAccounts::new();
    test.set_disabled(true);
    let accounts = test.operator.accounts().expect("read");
    assert_eq!(accounts.len(), 1);
    assert!(accounts[0].name == "alice" && accounts[0].is_disabled);
    assert_eq!(accounts[0].created_at, test.now);
}
