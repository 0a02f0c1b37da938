//! Requests that are done as one.

use crate::accounts::failing_store::FailingStore;
use crate::accounts::test_accounts::{TestAccounts, grant};
use crate::accounts::{
    Accounts, HashMemory, Lifetimes, NewToken, PasswordCost, PasswordHasher, SqliteStore,
};
use crate::hub::{AccountOutcome, AccountRequest};

#[test]
fn each_of_a_batch_has_its_own_outcome() {
    let mut test = TestAccounts::new();
    let (one, other) = (test.session(), test.session());
    let strange = NewToken::first().expect("made").token;
    let enter = AccountRequest::Enter { code: strange.clone(), name: "Zoë".into() };
    let requests = [
        AccountRequest::Resume(one.token.clone()),
        AccountRequest::Resume(strange),
        enter,
        AccountRequest::LogOut(other.session),
        AccountRequest::Resume(other.token),
    ];
    let outcomes = test.accounts.perform_all_at(test.now, &requests);
    assert_eq!(
        outcomes[1..],
        [
            AccountOutcome::UnknownSession,
            AccountOutcome::UnknownInvitation,
            AccountOutcome::Done,
            AccountOutcome::UnknownSession
        ]
    );
    let next = grant(outcomes.into_iter().next().expect("five"));
    assert_eq!(next.session, one.session);
    assert!(matches!(test.resume(&next.token), AccountOutcome::LoggedIn { .. }));
}

#[test]
fn what_hashes_has_no_place_in_a_batch() {
    let test = TestAccounts::new();
    let credentials = roomrtc_core::signaling::Credentials::new("bob", "correct horse");
    let create = AccountRequest::Create(credentials);
    assert!(create.hashes());
    assert_eq!(test.accounts.perform_all_at(test.now, &[create]), [AccountOutcome::Failed]);
}

/// Nothing is told to be done that the disk has not got.
#[test]
fn a_batch_that_cannot_be_ended_has_failed_as_a_whole() {
    let mut test = TestAccounts::new();
    let token = test.session().token;
    let requests = [AccountRequest::Resume(token.clone()), AccountRequest::Resume(token)];
    let hasher = || PasswordHasher::new(PasswordCost::LEAST).expect("in range");
    let failing = Accounts::new(Box::new(FailingStore), hasher(), Lifetimes::default());
    let outcomes = failing.expect("hashes").perform_all_at(test.now, &requests);
    assert_eq!(outcomes, [AccountOutcome::Failed, AccountOutcome::Failed]);
    // A reader that will not go keeps a store in memory's mode from being written at all.
    let store = SqliteStore::in_memory().expect("memory");
    store.connection.execute_batch("PRAGMA query_only = ON").expect("set");
    let stuck = Accounts::new(Box::new(store), hasher(), Lifetimes::default()).expect("hashes");
    let forget = AccountRequest::ForgetMissedCalls { user: "alice".into(), number: 1 };
    let memory = &mut HashMemory::default();
    assert_eq!(stuck.perform_at(test.now, &forget, memory), AccountOutcome::Failed);
    assert_eq!(stuck.perform_all_at(test.now, &[forget]), [AccountOutcome::Failed]);
}
