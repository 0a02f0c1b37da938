//! What is done for a login tells nothing about who exists. Work is counted, not timed.

use roomrtc_core::signaling::Password;

use crate::accounts::test_accounts::TestAccounts;
use crate::hub::{AccountOutcome, AccountRequest};

/// How many hashes the request took, what they cost, and what came of it.
fn work(test: &mut TestAccounts, request: &AccountRequest) -> (u64, u64, AccountOutcome) {
    let before = (test.memory.hashes(), test.memory.work());
    let outcome = test.perform(request);
    (test.memory.hashes() - before.0, test.memory.work() - before.1, outcome)
}

fn log_in(test: &mut TestAccounts, user: &str, password: &str) -> (u64, u64, AccountOutcome) {
    let credentials = roomrtc_core::signaling::Credentials::new(user, password);
    work(test, &AccountRequest::LogIn(credentials))
}

#[test]
fn a_login_takes_the_same_work_whoever_exists() {
    let mut test = TestAccounts::new();
    let right = log_in(&mut test, "alice", "correct horse");
    let wrong = log_in(&mut test, "alice", "battery staple");
    let nobody = log_in(&mut test, "nobody", "correct horse");
    let other_case = log_in(&mut test, "ALICE", "correct horse");
    test.set_disabled(true);
    let disabled = log_in(&mut test, "alice", "correct horse");
    let disabled_and_wrong = log_in(&mut test, "alice", "battery staple");
    assert!(matches!(right.2, AccountOutcome::LoggedIn { .. }));
    assert!(right.0 == 1 && right.1 > 0, "{right:?}");
    for tried in [wrong, nobody, other_case, disabled_and_wrong] {
        assert_eq!(tried, (right.0, right.1, AccountOutcome::WrongCredentials));
    }
    // The hub answers both alike.
    assert_eq!(disabled, (right.0, right.1, AccountOutcome::Disabled));
}

#[test]
fn so_does_deleting_an_account_with_a_wrong_password() {
    let mut test = TestAccounts::new();
    let mut delete = |user: &str| {
        let password = Password::new("battery staple");
        work(&mut test, &AccountRequest::Delete { user: user.into(), password })
    };
    assert_eq!(delete("alice"), delete("nobody"));
}

#[test]
fn nobodys_hash_costs_what_a_users_does() {
    use crate::accounts::AccountStore;
    let mut test = TestAccounts::new();
    let before = test.memory.work();
    test.log_in("nobody", "x");
    let of_nobody = test.memory.work() - before;
    let hash = test.operator.account("alice").expect("read").expect("there").password_hash;
    test.accounts.hasher.verify("x", &hash, &mut test.memory);
    assert_eq!(test.memory.work() - before, 2 * of_nobody);
}

#[test]
fn resuming_hashes_nothing() {
    let mut test = TestAccounts::new();
    let token = test.session().token;
    let (hashes, _, outcome) = work(&mut test, &AccountRequest::Resume(token));
    assert!(hashes == 0 && matches!(outcome, AccountOutcome::LoggedIn { .. }), "{outcome:?}");
}
