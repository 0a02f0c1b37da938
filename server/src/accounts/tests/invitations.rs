//! Invitations and guests.

use roomrtc_core::signaling::Token;

use crate::accounts::test_accounts::{TestAccounts, grant};
use crate::accounts::{NewToken, SqliteStore};
use crate::hub::{AccountOutcome, AccountRequest};

#[test]
fn guests_enter_by_an_invitation_as_often_as_they_like() {
    let mut test = TestAccounts::new();
    let code = test.invitation();
    let names: Vec<String> = (0..2)
        .map(|_| match test.enter(&code) {
            AccountOutcome::Entered { inviter, guest, name, grant, .. } => {
                assert_eq!((inviter.as_str(), name.as_str()), ("alice", "Zoë"));
                assert_eq!(grant.lifetime, test.accounts.lifetimes.invitation);
                guest
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(names[0].starts_with("guest-") && names[0] != names[1], "{names:?}");
}

#[test]
fn a_guest_resumes_as_the_guest_it_was_until_the_invitation_ends() {
    let mut test = TestAccounts::new();
    let code = test.invitation();
    let lifetime = test.accounts.lifetimes.invitation.as_secs();
    let first = grant(test.enter(&code));
    test.now += lifetime - 5;
    let second = match test.resume(&first.token) {
        AccountOutcome::Entered { inviter, guest, name, grant, .. } => {
            assert!(inviter == "alice" && guest.starts_with("guest-") && name == "Zoë");
            assert_eq!((grant.session, grant.lifetime.as_secs()), (first.session, 5));
            grant
        }
        other => panic!("{other:?}"),
    };
    test.now += 5;
    assert_eq!(test.resume(&second.token), AccountOutcome::UnknownSession);
    assert_eq!(test.enter(&code), AccountOutcome::UnknownInvitation);
}

#[test]
fn a_revoked_invitation_ends_its_guests_sessions_and_no_others() {
    let mut test = TestAccounts::new();
    let (code, other) = (test.invitation(), test.invitation());
    let (guest, others) = (grant(test.enter(&code)), grant(test.enter(&other)));
    let revoke =
        |user: &str| AccountRequest::RevokeInvitation { user: user.into(), code: code.clone() };
    let none = AccountOutcome::InvitationRevoked { ended: Vec::new() };
    assert_eq!(test.perform(&revoke("bob")), none);
    assert!(matches!(test.enter(&code), AccountOutcome::Entered { .. }), "not bob's to revoke");
    let AccountOutcome::InvitationRevoked { ended } = test.perform(&revoke("alice")) else {
        panic!("not revoked")
    };
    assert_eq!((ended.len(), ended[0].session), (2, guest.session));
    assert!(ended[0].user.starts_with("guest-"));
    assert_eq!(test.enter(&code), AccountOutcome::UnknownInvitation);
    assert_eq!(test.resume(&guest.token), AccountOutcome::UnknownSession);
    assert!(matches!(test.resume(&others.token), AccountOutcome::Entered { .. }));
}

#[test]
fn a_code_that_was_made_up_lets_nobody_in() {
    let mut test = TestAccounts::new();
    let strange = NewToken::first().expect("made").token;
    assert_eq!(test.enter(&strange), AccountOutcome::UnknownInvitation);
    let nobody = AccountRequest::CreateInvitation { user: "nobody".into() };
    assert_eq!(test.perform(&nobody), AccountOutcome::Disabled);
}

#[test]
fn the_oldest_of_too_many_invitations_ends_and_its_guests_with_it() {
    let mut test = TestAccounts::new();
    let most = SqliteStore::INVITATIONS_OF_ACCOUNT as usize;
    let codes: Vec<Token> = (0..most).map(|_| test.invitation()).collect();
    let first = grant(test.enter(&codes[0]));
    let one_more = AccountRequest::CreateInvitation { user: "alice".into() };
    let AccountOutcome::Invitation { ended, .. } = test.perform(&one_more) else {
        panic!("no invitation")
    };
    assert_eq!(ended.iter().map(|ended| ended.session).collect::<Vec<_>>(), [first.session]);
    assert_eq!(test.enter(&codes[0]), AccountOutcome::UnknownInvitation);
    assert_eq!(test.resume(&first.token), AccountOutcome::UnknownSession);
}

#[test]
fn who_enters_is_told_with_the_other_guests_sessions_that_last() {
    let mut test = TestAccounts::new();
    let code = test.invitation();
    let sessions: Vec<_> = (0..3)
        .map(|_| match test.enter(&code) {
            AccountOutcome::Entered { grant, others, .. } => (grant.session, others),
            other => panic!("{other:?}"),
        })
        .collect();
    let others: Vec<_> = sessions[2].1.iter().map(|other| other.session).collect();
    assert_eq!(others, [sessions[0].0, sessions[1].0]);
    assert!(sessions[0].1.is_empty() && sessions[2].1[0].user.starts_with("guest-"));
}
