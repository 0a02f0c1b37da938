//! What people do, with few values so that much of it fits together.

use proptest::prelude::*;
use roomrtc_core::signaling::Password;
use roomrtc_gui::desktop::flows::World;
use roomrtc_gui::desktop::{
    Action, Corner, Language, Panel, SecretText, SettingChange, SourceChoice, Theme, WelcomeForm,
};

/// Stands in every secret, and nowhere else.
pub(super) const SECRET: &str = "horse";

/// Stands in every token and in every code of an invitation.
pub(super) const TOKEN: &str = "token-";

/// Anything that anybody can do.
pub(super) fn action() -> impl Strategy<Value = Action> {
    prop_oneof![8 => calling(), 4 => entering(), 3 => sourcing(), 2 => accounting(), 3 => looking()]
}

/// Names of users: of the first three, and of nobody.
pub(super) fn user() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just("alice"), 4 => Just("bob"), 2 => Just("carol"), 1 => Just("nobody"), 1 => Just(""),
    ]
    .prop_map(str::to_owned)
}

fn server() -> impl Strategy<Value = String> {
    prop_oneof![8 => Just(World::SERVER), 1 => Just("nowhere:1"), 1 => Just("no server at all")]
        .prop_map(str::to_owned)
}

fn password() -> impl Strategy<Value = Password> {
    prop_oneof![8 => Just(World::PASSWORD), 1 => Just("some other horse"), 1 => Just("")]
        .prop_map(Password::new)
}

fn calling() -> impl Strategy<Value = Action> {
    prop_oneof![
        4 => user().prop_map(Action::Call),
        1 => Just(Action::Cancel),
        4 => Just(Action::Accept),
        1 => Just(Action::Reject),
        2 => Just(Action::HangUp),
        1 => any::<bool>().prop_map(Action::TurnCamera),
        1 => Just(Action::MissedCallsSeen),
        1 => Just(Action::ConfirmSafetyNumber),
        1 => Just(Action::AcceptPeerKey),
        1 => Just(Action::CopySafetyNumber),
    ]
}

fn entering() -> impl Strategy<Value = Action> {
    prop_oneof![
        4 => (server(), user(), password())
            .prop_map(|(server, user, password)| Action::SignIn { server, user, password }),
        2 => (server(), user(), password(), password()).prop_map(
            |(server, user, password, repeated)| Action::Register { server, user, password, repeated }
        ),
        2 => (server(), invitation(), user()).prop_map(
            |(server, invitation, name)| Action::EnterAsGuest { server, invitation, name }
        ),
        1 => Just(Action::TryItHere),
        1 => Just(Action::CancelEntry),
        1 => Just(Action::TrustNewCertificate),
        1 => Just(Action::DistrustNewCertificate),
        2 => Just(Action::Reconnect),
        1 => Just(Action::SignOut),
        1 => Just(Action::CloseWindow),
    ]
}

/// Codes that the server may have made, and what is none.
fn invitation() -> impl Strategy<Value = SecretText> {
    let text = |number| match number {
        0 => "two words".to_owned(),
        number if number % 2 == 0 => format!("{TOKEN}{number}"),
        number => format!("https://{}/#invitation={TOKEN}{number}", World::SERVER),
    };
    (0..12_u8).prop_map(move |number| SecretText::new(text(number)))
}

pub(super) fn choice() -> impl Strategy<Value = SourceChoice> {
    prop_oneof![
        2 => Just(SourceChoice::AnyCamera),
        2 => Just(SourceChoice::Camera("front".into())),
        1 => Just(SourceChoice::Screen),
        1 => (0..3_u32).prop_map(SourceChoice::Window),
        1 => Just(SourceChoice::TestCard),
        1 => Just(SourceChoice::Nothing),
    ]
}

fn sourcing() -> impl Strategy<Value = Action> {
    prop_oneof![
        2 => choice().prop_map(Action::ChooseSource),
        2 => choice().prop_map(Action::Share),
        1 => Just(Action::StopSharing),
        2 => Just(Action::StartPreview),
        1 => Just(Action::StopPreview),
        1 => Just(Action::ListWindows),
    ]
}

fn accounting() -> impl Strategy<Value = Action> {
    prop_oneof![
        2 => (password(), password(), password()).prop_map(|(password, new_password, repeated)| {
            Action::ChangePassword { password, new_password, repeated }
        }),
        1 => password().prop_map(|password| Action::DeleteAccount { password }),
        3 => Just(Action::Invite),
        1 => Just(Action::CopyInvitation),
        1 => Just(Action::RevokeInvitation),
    ]
}

fn panel() -> impl Strategy<Value = Panel> {
    prop::sample::select(vec![
        Panel::Devices,
        Panel::Statistics,
        Panel::Log,
        Panel::Doctor,
        Panel::SafetyNumber,
        Panel::Settings,
        Panel::Account,
        Panel::Shortcuts,
        Panel::Share,
    ])
}

fn looking() -> impl Strategy<Value = Action> {
    let form = prop::sample::select(vec![WelcomeForm::Choice, WelcomeForm::Guest]);
    let plain = prop::sample::select(vec![
        Action::ClosePanel,
        Action::MoveOwnPicture,
        Action::ZoomIn,
        Action::ZoomOut,
        Action::CopyStatistics,
        Action::SaveReport(None),
        Action::PlaceOwnPicture(Corner::default()),
    ]);
    prop_oneof![
        panel().prop_map(Action::OpenPanel),
        form.prop_map(Action::OpenForm),
        plain,
        user().prop_map(Action::Search),
        user().prop_map(Action::SearchLog),
        any::<bool>().prop_map(Action::FullScreen),
        any::<bool>().prop_map(Action::ShowOwnPicture),
        any::<bool>().prop_map(Action::MirrorOwnPicture),
        (0..20_u64).prop_map(Action::DismissNotice),
        setting().prop_map(Action::ChangeSetting),
    ]
}

fn setting() -> impl Strategy<Value = SettingChange> {
    prop_oneof![
        any::<bool>().prop_map(SettingChange::KeepsLogin),
        any::<bool>().prop_map(SettingChange::BeginsWithCamera),
        any::<bool>().prop_map(SettingChange::RecordsCalls),
        any::<u16>().prop_map(SettingChange::Scale),
        choice().prop_map(SettingChange::Source),
        Just(SettingChange::Theme(Theme::Light)),
        Just(SettingChange::Language(Language::default())),
    ]
}
