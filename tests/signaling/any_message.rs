//! Any message there is.

use proptest::option;
use proptest::prelude::*;
use roomrtc_core::sdp::{CandidateInit, DescriptionKind};
use roomrtc_core::signaling::{
    CallEndReason, CallNumber, Credentials, ErrorCode, ErrorMessage, Message, MessageType,
    MissedCall, Password, Token, UserList, UserListKind, UserPresence, UserState,
};

/// Any Unicode text, with what means something to the codec more often than chance has it.
pub(super) fn text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        '|',
        '=',
        '%',
        '\r',
        '\n',
        '\0',
        '\u{85}',
        '\u{2028}',
        ',',
        ';',
        ':',
        '\u{10ffff}',
    ]);
    let any = prop_oneof![special, any::<char>()];
    prop::collection::vec(any, 0..40).prop_map(String::from_iter)
}

fn kind() -> impl Strategy<Value = DescriptionKind> {
    prop::sample::select(vec![DescriptionKind::Offer, DescriptionKind::Answer])
}

fn message_type() -> impl Strategy<Value = MessageType> {
    prop::sample::select(MessageType::all().collect::<Vec<_>>())
}

fn user_list() -> impl Strategy<Value = UserList> {
    let state = prop::sample::select(UserState::ALL.to_vec());
    let presence = (text(), state).prop_map(|(user, state)| UserPresence::new(user, state));
    let kinds = prop::sample::select(vec![UserListKind::Full, UserListKind::Changes]);
    let list = (kinds, prop::collection::vec(presence, 0..20));
    prop_oneof![Just(UserList::request()), list.prop_map(|(kind, users)| UserList { kind, users }),]
}

fn candidate() -> impl Strategy<Value = CandidateInit> {
    (text(), option::of(text()), option::of(any::<u16>()), option::of(text())).prop_map(
        |(candidate, sdp_mid, sdp_mline_index, username_fragment)| CandidateInit {
            candidate,
            sdp_mid,
            sdp_mline_index,
            username_fragment,
        },
    )
}

fn error() -> impl Strategy<Value = ErrorMessage> {
    let code = prop::sample::select(ErrorCode::all().collect::<Vec<_>>());
    (option::of(message_type()), code, option::of(text()), text())
        .prop_map(|(request, code, user, text)| ErrorMessage { request, code, user, text })
}

fn number() -> impl Strategy<Value = CallNumber> {
    any::<u64>().prop_map(CallNumber)
}

fn call_message() -> impl Strategy<Value = Message> {
    let reason = prop::sample::select(CallEndReason::ALL.to_vec());
    let of = || (text(), number());
    prop_oneof![
        text().prop_map(|user| Message::Invite { user }),
        (of(), option::of(text())).prop_map(|((user, call), name)| Message::IncomingCall {
            user,
            call,
            name
        }),
        of().prop_map(|(user, call)| Message::RejoinCall { user, call }),
        of().prop_map(|(user, call)| Message::AcceptCall { user, call }),
        of().prop_map(|(user, call)| Message::RejectCall { user, call }),
        (text(), option::of(number())).prop_map(|(user, call)| Message::EndCall { user, call }),
        (of(), reason).prop_map(|((user, call), reason)| Message::CallEnded { user, call, reason }),
        (of(), text()).prop_map(|((user, call), sdp)| Message::Offer { user, call, sdp }),
        (of(), text()).prop_map(|((user, call), sdp)| Message::Answer { user, call, sdp }),
        (of(), kind(), text()).prop_map(|((user, call), kind, sdp)| Message::Sdp {
            user,
            call,
            kind,
            sdp
        }),
        (of(), candidate()).prop_map(|((user, call), candidate)| Message::Candidate {
            user,
            call,
            candidate
        }),
    ]
}

fn token() -> impl Strategy<Value = Token> {
    "[A-Za-z0-9_-]{1,128}".prop_map(|text| Token::new(text).expect("of the alphabet"))
}

fn connection_message() -> impl Strategy<Value = Message> {
    prop_oneof![
        (any::<u32>(), option::of(text()))
            .prop_map(|(version, program)| Message::Hello { version, program }),
        any::<(u32, u32)>()
            .prop_map(|(version, heartbeat)| Message::Welcome { version, heartbeat }),
        Just(Message::Ping),
        Just(Message::Pong),
    ]
}

fn session_message() -> impl Strategy<Value = Message> {
    prop_oneof![
        token().prop_map(|token| Message::Resume { token }),
        (token(), text()).prop_map(|(code, name)| Message::Enter { code, name }),
        (token(), any::<u64>()).prop_map(|(token, lifetime)| Message::Session { token, lifetime }),
        (text(), text()).prop_map(|(old, new)| Message::ChangePassword {
            password: Password::new(old),
            new_password: Password::new(new),
        }),
        text().prop_map(|text| Message::DeleteAccount { password: Password::new(text) }),
        Just(Message::CreateInvitation),
        (token(), any::<u64>()).prop_map(|(code, lifetime)| Message::Invitation { code, lifetime }),
        token().prop_map(|code| Message::RevokeInvitation { code }),
        (text(), any::<(u64, u64)>(), option::of(text())).prop_map(|(user, (at, number), name)| {
            Message::MissedCall(MissedCall { user, at, number, name })
        }),
        any::<u64>().prop_map(|number| Message::MissedCallsSeen { number }),
    ]
}

pub(super) fn message() -> impl Strategy<Value = Message> {
    let credentials = || (text(), text()).prop_map(|(user, word)| Credentials::new(user, word));
    prop_oneof![
        1 => credentials().prop_map(Message::Register),
        1 => credentials().prop_map(Message::Login),
        1 => Just(Message::Logout),
        2 => user_list().prop_map(Message::UserList),
        8 => call_message(),
        2 => connection_message(),
        5 => session_message(),
        1 => (message_type(), option::of(text()), option::of(number()))
            .prop_map(|(request, user, call)| Message::Ok { request, user, call }),
        1 => error().prop_map(Message::Error),
    ]
}
