//! Tokens: rotation, replay, ends.

use roomrtc_core::signaling::{MissedCall, Token};

use crate::accounts::test_accounts::{TestAccounts, grant};
use crate::accounts::{Accounts, NewToken, SqliteStore};
use crate::hub::{AccountOutcome, AccountRequest, SessionGrant, SessionId, UserSession};

/// That the token was voided, and its session is over by that.
fn assert_replay(test: &mut TestAccounts, token: &Token, session: SessionId) {
    let ended = UserSession { session, user: "alice".into() };
    assert_eq!(test.resume(token), AccountOutcome::Replayed(ended));
}

#[test]
fn a_token_is_exchanged_for_its_successor_and_the_session_stays() {
    let mut test = TestAccounts::new();
    let first = test.session();
    let second = grant(test.resume(&first.token));
    let third = grant(test.resume(&second.token));
    assert!(first.session == second.session && second.session == third.session);
    assert!(first.token != second.token && second.token != third.token);
}

#[test]
fn a_token_whose_answer_got_lost_is_taken_again_for_a_minute() {
    let mut test = TestAccounts::new();
    let SessionGrant { session, token: first, .. } = test.session();
    let lost = grant(test.resume(&first)).token;
    test.now += SqliteStore::PREVIOUS_TOKEN - 1;
    let second = grant(test.resume(&first)).token;
    assert!(matches!(test.resume(&second), AccountOutcome::LoggedIn { .. }));
    // Whoever got hold of the lost answer is found out, and the session is gone for all.
    assert_replay(&mut test, &lost, session);
    assert_eq!(test.resume(&second), AccountOutcome::UnknownSession);
}

#[test]
fn after_that_minute_it_is_a_replay() {
    let mut test = TestAccounts::new();
    let SessionGrant { session, token: first, .. } = test.session();
    let second = grant(test.resume(&first)).token;
    test.now += SqliteStore::PREVIOUS_TOKEN;
    assert_replay(&mut test, &first, session);
    assert_eq!(test.resume(&second), AccountOutcome::UnknownSession);
}

#[test]
fn a_token_is_void_once_its_successor_was_used() {
    let mut test = TestAccounts::new();
    let SessionGrant { session, token: first, .. } = test.session();
    let second = grant(test.resume(&first)).token;
    let third = grant(test.resume(&second)).token;
    assert_replay(&mut test, &first, session);
    assert_eq!(test.resume(&third), AccountOutcome::UnknownSession);
}

#[test]
fn a_replay_ends_no_session_but_its_own() {
    let mut test = TestAccounts::new();
    let SessionGrant { session, token: first, .. } = test.session();
    let other = test.session().token;
    let second = grant(test.resume(&first)).token;
    test.resume(&second);
    assert_replay(&mut test, &first, session);
    assert!(matches!(test.resume(&other), AccountOutcome::LoggedIn { .. }));
}

#[test]
fn a_token_that_was_made_up_does_nothing() {
    let mut test = TestAccounts::new();
    let token = test.session().token;
    let strange = [NewToken::first().expect("made").token, Token::new("abc").expect("a token")];
    for strange in strange {
        assert_eq!(test.resume(&strange), AccountOutcome::UnknownSession);
    }
    assert!(matches!(test.resume(&token), AccountOutcome::LoggedIn { .. }));
}

#[test]
fn a_session_ends_by_itself_and_every_resumption_renews_it() {
    let mut test = TestAccounts::new();
    let lifetime = test.accounts.lifetimes.session.as_secs();
    let first = test.session().token;
    test.now += lifetime - 1;
    let second = grant(test.resume(&first)).token;
    test.now += lifetime - 1;
    let third = grant(test.resume(&second)).token;
    test.now += lifetime;
    assert_eq!(test.resume(&third), AccountOutcome::UnknownSession);
}

#[test]
fn a_logout_ends_the_session() {
    let mut test = TestAccounts::new();
    let (one, other) = (test.session(), test.session());
    let log_out = AccountRequest::LogOut(one.session);
    assert_eq!(test.perform(&log_out), AccountOutcome::Done);
    assert_eq!(test.resume(&one.token), AccountOutcome::UnknownSession);
    assert_eq!(test.perform(&log_out), AccountOutcome::Done);
    assert!(matches!(test.resume(&other.token), AccountOutcome::LoggedIn { .. }));
}

#[test]
fn the_oldest_of_too_many_sessions_ends() {
    let mut test = TestAccounts::new();
    let most = SqliteStore::SESSIONS_OF_ACCOUNT as usize;
    let tokens: Vec<Token> = (0..=most).map(|_| test.session().token).collect();
    assert_eq!(test.resume(&tokens[0]), AccountOutcome::UnknownSession);
    for token in &tokens[1..] {
        assert!(matches!(test.resume(token), AccountOutcome::LoggedIn { .. }));
    }
}

#[test]
fn missed_calls_are_told_at_a_login_and_at_a_resumption_until_forgotten() {
    let mut test = TestAccounts::new();
    let note = |at| AccountRequest::NoteMissedCall {
        callee: "alice".into(),
        caller: "bob".into(),
        name: None,
        at,
    };
    for (at, number) in [(7, 1), (8, 2)] {
        let missed = MissedCall { user: "bob".into(), at, number, name: None };
        let noted = AccountOutcome::MissedCallNoted { callee: "alice".into(), missed };
        assert_eq!(test.perform(&note(at)), noted);
    }
    let missed = |outcome| match outcome {
        AccountOutcome::LoggedIn { missed, grant, .. } => {
            (missed.iter().map(|call| call.at).collect::<Vec<u64>>(), grant.token)
        }
        other => panic!("{other:?}"),
    };
    let (told, token) = missed(test.log_in("alice", "correct horse"));
    assert_eq!(told, [7, 8]);
    let forget = AccountRequest::ForgetMissedCalls { user: "alice".into(), number: 1 };
    assert_eq!(test.perform(&forget), AccountOutcome::Done);
    assert_eq!(missed(test.resume(&token)).0, [8]);
}

#[test]
fn accounts_do_not_print_what_is_in_them() {
    let test = TestAccounts::new();
    let printed = format!("{:?}", &test.accounts as &Accounts);
    assert!(printed.starts_with("Accounts") && !printed.contains("argon2id$"), "{printed}");
}
