//! A store that fails.

use roomrtc_core::signaling::Credentials;

use crate::accounts::failing_store::FailingStore;
use crate::accounts::{Accounts, HashMemory, Lifetimes, NewToken, PasswordCost, PasswordHasher};
use crate::hub::{AccountOutcome, AccountRequest, SessionId};

#[test]
fn a_store_that_fails_is_neither_a_wrong_password_nor_an_unknown_session() {
    let hasher = PasswordHasher::new(PasswordCost::LEAST).expect("in range");
    let accounts = Accounts::new(Box::new(FailingStore), hasher, Lifetimes::default());
    let accounts = accounts.expect("hashes");
    let credentials = || Credentials::new("alice", "correct horse");
    let token = || NewToken::first().expect("made").token;
    let requests = [
        AccountRequest::Create(credentials()),
        AccountRequest::LogIn(credentials()),
        AccountRequest::Resume(token()),
        AccountRequest::LogOut(SessionId(1)),
        AccountRequest::CreateInvitation { user: "alice".into() },
        AccountRequest::Enter { code: token(), name: "Zoë".into() },
        AccountRequest::ForgetMissedCalls { user: "alice".into(), number: 1 },
    ];
    for request in requests {
        let outcome = accounts.perform(&request, &mut HashMemory::default());
        assert_eq!(outcome, AccountOutcome::Failed, "{request:?}");
    }
    assert!(accounts.names().is_err() && accounts.take_changes().is_err());
}
