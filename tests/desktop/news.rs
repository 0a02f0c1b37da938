//! What a desktop may be told, sense or none.

use std::io::ErrorKind;
use std::time::Duration;

use proptest::prelude::*;
use roomrtc_core::session::Statistics;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::{
    CallEndReason, Credentials, ErrorCode, MessageType, MissedCall, Token, UserState,
};
use roomrtc_gui::client::{CallEnd, CallSummary, ClientEvent};
use roomrtc_gui::desktop::flows::World;
use roomrtc_gui::desktop::{Kept, LocalServer, LocalServerProblem, News, SourceProblem};
use roomrtc_gui::statistics::CallStatistics;
use roomrtc_io_mio::{CertificateFingerprint, StreamClosure};
use roomrtc_media::picture::PictureSize;
use roomrtc_media::source::camera::CameraInfo;

use super::actions::{TOKEN, user};

/// Anything, the client's events more often.
pub(super) fn told() -> impl Strategy<Value = News> {
    prop_oneof![
        6 => event().prop_map(News::Client),
        2 => (end(), Just(())).prop_map(|(end, ())| News::CallOver { end, summary: summary() }),
        3 => around(),
    ]
}

/// What does not come from the client: devices, files and the local server.
pub(super) fn around() -> impl Strategy<Value = News> {
    prop_oneof![
        3 => cameras(),
        2 => opened().prop_map(News::Source),
        2 => opened().prop_map(News::Preview),
        1 => Just(News::FirstPicture),
        2 => Just(News::LocalServer(Ok(local_server()))),
        1 => Just(News::LocalServer(Err(LocalServerProblem::Storage))),
        1 => Just(News::ServerNameUnknown { server: World::SERVER.into() }),
        1 => Just(News::ReportSaved(Err(None))),
        1 => Just(News::ReportSaved(Ok("report.zip".into()))),
        1 => Just(News::NotKept(Kept::Session)),
        1 => Just(News::Windows(Vec::new())),
    ]
}

fn cameras() -> impl Strategy<Value = News> {
    let camera = |(index, name): (u32, &str)| CameraInfo { index, name: name.to_owned() };
    let some = move |most| (0..).zip(["front", "desk"]).take(most).map(camera).collect();
    (0..3_usize).prop_map(move |most| News::Cameras(some(most)))
}

pub(super) fn problem() -> impl Strategy<Value = SourceProblem> {
    use SourceProblem::{CameraLost, CameraSilent, CannotOpen, NoCamera, WindowGone};
    prop::sample::select(vec![CameraLost, CameraSilent, CannotOpen, NoCamera, WindowGone])
}

fn opened() -> impl Strategy<Value = Result<PictureSize, SourceProblem>> {
    let size = PictureSize::new(640, 360).expect("a size");
    prop_oneof![Just(Ok(size)), problem().prop_map(Err)]
}

fn certificate() -> impl Strategy<Value = CertificateFingerprint> {
    (0..3_u8).prop_map(|number| CertificateFingerprint::of(&[number]))
}

/// One that a world does not have: its seats find nobody there.
fn local_server() -> LocalServer {
    LocalServer {
        server: World::LOCAL.into(),
        certificate: CertificateFingerprint::of(b"the server"),
        credentials: Credentials::new("you", World::PASSWORD),
        echo: "echo".into(),
    }
}

fn token() -> impl Strategy<Value = Token> {
    (0..3_u8).prop_map(|number| Token::new(format!("{TOKEN}{number}")).expect("a token"))
}

fn end() -> impl Strategy<Value = CallEnd> {
    let signaled = prop::sample::select(CallEndReason::ALL.to_vec()).prop_map(CallEnd::Signaled);
    let ends = vec![
        CallEnd::Here,
        CallEnd::There,
        CallEnd::Gone,
        CallEnd::WrongFingerprint,
        CallEnd::NothingInCommon,
        CallEnd::NoWay("nothing answered".into()),
        CallEnd::Handshake("an alert".into()),
        CallEnd::Description("no video".into()),
    ];
    prop_oneof![signaled, prop::sample::select(ends)]
}

fn summary() -> Box<CallSummary> {
    Box::new(CallSummary {
        lasted: Duration::from_secs(2),
        connected_after: None,
        frames_sent: 1,
        frames_received: 1,
        local_candidates: Vec::new(),
        remote_candidates: vec!["host 192.0.2.1:4000".into()],
        statistics: Statistics::default(),
    })
}

fn event() -> impl Strategy<Value = ClientEvent> {
    prop_oneof![3 => of_server(), 3 => of_login(), 4 => of_ringing(), 4 => of_call()]
}

fn of_server() -> impl Strategy<Value = ClientEvent> {
    let closure = prop_oneof![
        Just(StreamClosure::Remote),
        Just(StreamClosure::Failed(ErrorKind::ConnectionRefused)),
        certificate().prop_map(StreamClosure::WrongCertificate),
    ];
    let retry = prop::option::of((0..9_u64).prop_map(Duration::from_secs));
    let text = String::new;
    prop_oneof![
        Just(ClientEvent::ServerConnected),
        (closure, retry).prop_map(|(closure, retry)| ClientEvent::ServerLost { closure, retry }),
        certificate().prop_map(ClientEvent::ServerCertificate),
        Just(ClientEvent::ServerFault("no".into())),
        code().prop_map(move |code| ClientEvent::Dismissed { code, text: text() }),
        (prop::option::of(request()), code())
            .prop_map(move |(request, code)| ClientEvent::Refused { request, code, text: text() }),
        Just(ClientEvent::Impossible("not now".into())),
    ]
}

fn code() -> impl Strategy<Value = ErrorCode> {
    prop::sample::select(vec![
        ErrorCode::NotLoggedIn,
        ErrorCode::LoggedInElsewhere,
        ErrorCode::WrongCredentials,
        ErrorCode::UserNameTaken,
        ErrorCode::UserOffline,
        ErrorCode::UserBusy,
        ErrorCode::InCall,
        ErrorCode::NoCall,
        ErrorCode::TooManyAttempts,
        ErrorCode::StorageFailed,
        ErrorCode::TakenOver,
        ErrorCode::TryLater,
        ErrorCode::UnknownSession,
        ErrorCode::SessionRevoked,
    ])
}

fn request() -> impl Strategy<Value = MessageType> {
    prop::sample::select(vec![
        MessageType::Login,
        MessageType::Register,
        MessageType::Resume,
        MessageType::Invite,
        MessageType::AcceptCall,
        MessageType::EndCall,
        MessageType::ChangePassword,
        MessageType::DeleteAccount,
        MessageType::CreateInvitation,
    ])
}

fn of_login() -> impl Strategy<Value = ClientEvent> {
    let lifetime = Duration::from_secs(60);
    prop_oneof![
        Just(ClientEvent::Registered),
        user().prop_map(|user| ClientEvent::LoggedIn { user }),
        user().prop_map(|user| ClientEvent::Resumed { user }),
        prop::option::of(token()).prop_map(ClientEvent::Session),
        Just(ClientEvent::SessionLost),
        Just(ClientEvent::LoggedOut),
        Just(ClientEvent::PasswordChanged),
        Just(ClientEvent::AccountDeleted),
        token().prop_map(move |code| ClientEvent::Invitation { code, lifetime }),
        Just(ClientEvent::InvitationRevoked),
    ]
}

fn of_ringing() -> impl Strategy<Value = ClientEvent> {
    let role = prop::sample::select(vec![CallRole::Caller, CallRole::Callee]);
    let missed = (user(), 0..9_u64).prop_map(|(user, number)| {
        ClientEvent::MissedCall(MissedCall { user, at: number, number, name: None })
    });
    let users =
        prop::collection::vec((user(), prop::sample::select(UserState::ALL.to_vec())), 0..4);
    prop_oneof![
        users.prop_map(ClientEvent::Users),
        missed,
        user().prop_map(ClientEvent::Ringing),
        (user(), prop::option::of(user()))
            .prop_map(|(user, name)| ClientEvent::IncomingCall { user, name }),
        user().prop_map(ClientEvent::Rejected),
        (user(), end()).prop_map(|(user, end)| ClientEvent::Missed { user, end }),
        (user(), role).prop_map(|(user, role)| ClientEvent::CallBegan { user, role }),
    ]
}

fn of_call() -> impl Strategy<Value = ClientEvent> {
    prop_oneof![
        Just(ClientEvent::Connected),
        Just(ClientEvent::PathFound),
        Just(ClientEvent::PathLost),
        Just(ClientEvent::CallDetached),
        Just(ClientEvent::CallRejoined),
        Just(ClientEvent::StreamEnded),
        Just(ClientEvent::RecordingFault("full".into())),
        Just(ClientEvent::Statistics(Box::<CallStatistics>::default())),
        (certificate(), certificate())
            .prop_map(|(own, peer)| ClientEvent::Fingerprints { own, peer }),
    ]
}

/// The other side has hung up.
pub(super) fn call_over() -> News {
    News::CallOver { end: CallEnd::There, summary: summary() }
}
