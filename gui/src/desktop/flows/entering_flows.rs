//! Entering: registering, signing in, wrong and right, and starting again.

use std::time::Duration;

use roomrtc_core::signaling::{ErrorCode, Password};

use super::World;
use crate::desktop::{
    Action, DesktopEffect, DesktopStart, DoctorFinding, DoctorStage, Field, Notice, Problem,
    Screen, ServerLoss, ServerState, SettingChange, Settings, StageState, StoredSession,
    WelcomeForm,
};

fn sign_in(server: &str, user: &str, password: &str) -> Action {
    let (server, user) = (server.to_owned(), user.to_owned());
    Action::SignIn { server, user, password: Password::new(password) }
}

/// What was kept for the next start, of what was wanted.
fn kept(wanted: &[DesktopEffect]) -> (Option<Settings>, Option<StoredSession>) {
    let (mut settings, mut session) = (None, None);
    for effect in wanted {
        match effect {
            DesktopEffect::WriteSettings(written) => settings = Some(written.clone()),
            DesktopEffect::WriteSession(written) => session = Some(written.clone()),
            DesktopEffect::ForgetSession => session = None,
            _ => {}
        }
    }
    (settings, session)
}

/// What a start begins with after this one.
fn next_start(world: &mut World, seat: usize) -> DesktopStart {
    let certificate = (World::SERVER.to_owned(), world.server.certificate);
    let (settings, session) = kept(&world.seats[seat].take_wanted());
    let settings = settings.unwrap_or_default();
    DesktopStart { settings, session, certificates: vec![certificate], ..DesktopStart::default() }
}

#[test]
fn a_new_account_leads_into_the_lobby_and_everything_is_kept() {
    let mut world = World::new(1);
    assert_eq!(world.seats[0].desktop.screen(), Screen::Welcome);
    assert_eq!(world.seats[0].desktop.welcome.form, WelcomeForm::Choice);
    world.register(0, "alice");
    let desktop = &world.seats[0].desktop;
    assert_eq!(desktop.screen(), Screen::Lobby);
    assert_eq!(desktop.server.state, ServerState::Connected);
    assert!(desktop.welcome.step.is_none() && desktop.welcome.problem.is_none());
    let first = Notice::FirstCertificate {
        server: World::SERVER.into(),
        certificate: world.server.certificate,
    };
    assert_eq!(world.notices(0), [&first]);
    let wanted = world.seats[0].take_wanted();
    let keeps = |effect: &DesktopEffect| matches!(effect, DesktopEffect::KeepCertificate { .. });
    assert!(wanted.iter().any(keeps));
    let (settings, session) = kept(&wanted);
    let settings = settings.expect("settings");
    assert_eq!((&*settings.server, &*settings.user), (World::SERVER, "alice"));
    assert_eq!(
        session.map(|it| (it.server, it.user)),
        Some((World::SERVER.into(), "alice".into()))
    );
}

#[test]
fn a_wrong_password_is_said_beside_its_field_and_the_right_one_follows() {
    let mut world = World::new(1);
    world.server.add_account("alice", World::PASSWORD);
    world.act(0, sign_in("room.example", "alice", "wrong"));
    world.run_until(|world| world.seats[0].desktop.welcome.problem.is_some());
    let welcome = &world.seats[0].desktop.welcome;
    assert_eq!(welcome.problem, Some(Problem::Refused(ErrorCode::WrongCredentials)));
    assert_eq!(welcome.problem.and_then(Problem::field), Some(Field::Password));
    assert_eq!((welcome.step, &*welcome.user), (None, "alice"));
    world.act(0, sign_in("room.example", "alice", World::PASSWORD));
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Lobby);
}

#[test]
fn a_wrong_password_some_time_ago_is_no_reason_not_to_connect_again() {
    let mut world = World::new(1);
    world.server.add_account("alice", World::PASSWORD);
    world.act(0, sign_in("room.example", "alice", "wrong"));
    world.pass(Duration::from_secs(90));
    assert_eq!(world.seats[0].desktop.server.state, ServerState::Away);
    world.act(0, sign_in("room.example", "alice", World::PASSWORD));
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Lobby);
}

#[test]
fn a_taken_name_and_a_short_password_are_said() {
    let mut world = World::new(1);
    world.server.add_account("alice", "another password");
    let register = |password: &str, repeated: &str| Action::Register {
        server: World::SERVER.into(),
        user: "alice".into(),
        password: Password::new(password),
        repeated: Password::new(repeated),
    };
    world.act(0, register("short", "short"));
    let problem = world.seats[0].desktop.welcome.problem;
    assert_eq!(problem, Some(Problem::PasswordTooShort { least: 8 }));
    world.act(0, register("long enough", "long, enough"));
    assert_eq!(world.seats[0].desktop.welcome.problem, Some(Problem::PasswordsDiffer));
    world.act(0, register("long enough", "long enough"));
    world.run_until(|world| world.seats[0].desktop.welcome.step.is_none());
    let problem = world.seats[0].desktop.welcome.problem;
    assert_eq!(problem, Some(Problem::Refused(ErrorCode::UserNameTaken)));
}

#[test]
fn a_server_that_cannot_be_reached_is_said_and_the_doctor_knows() {
    let mut world = World::new(1);
    world.act(0, sign_in("nowhere.invalid", "alice", "whatever"));
    let problem = world.seats[0].desktop.welcome.problem;
    assert_eq!(problem, Some(Problem::Server(ServerLoss::NameUnknown)));
    world.server.stop();
    world.act(0, sign_in("room.example", "alice", "whatever"));
    let desktop = &world.seats[0].desktop;
    assert_eq!(desktop.welcome.problem, Some(Problem::Server(ServerLoss::Refused)));
    let report = desktop.doctor.as_ref().expect("a report");
    assert_eq!(report.finding, DoctorFinding::ServerUnreachable(ServerLoss::Refused));
    assert_eq!(report.state(DoctorStage::Server), StageState::Failed);
    assert_eq!(report.state(DoctorStage::Checks), StageState::NotReached);
}

#[test]
fn the_second_start_resumes_the_login() {
    let mut world = World::in_lobby(1);
    let start = next_start(&mut world, 0);
    let before = start.session.clone().expect("a login that was kept");
    world.restart(0, 0, start);
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Lobby);
    world.pass(Duration::from_secs(1));
    assert_eq!(world.notices(0), Vec::<&Notice>::new(), "the certificate is known");
    let (_, session) = kept(&world.seats[0].take_wanted());
    assert_ne!(session.expect("another token").token, before.token);
}

#[test]
fn a_login_that_is_over_asks_for_the_password_with_the_name_filled_in() {
    let mut world = World::in_lobby(1);
    let start = next_start(&mut world, 0);
    world.server.end_sessions();
    world.restart(0, 0, start);
    world.run_until(|world| world.seats[0].desktop.welcome.problem.is_some());
    let welcome = &world.seats[0].desktop.welcome;
    assert_eq!(welcome.problem, Some(Problem::SessionOver));
    assert_eq!((welcome.form, &*welcome.user), (WelcomeForm::SignIn, "alice"));
    assert_eq!(welcome.server, World::SERVER);
    let wanted = world.seats[0].take_wanted();
    assert!(wanted.iter().any(|effect| matches!(effect, DesktopEffect::ForgetSession)));
    world.act(0, sign_in(World::SERVER, "alice", World::PASSWORD));
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Lobby);
}

#[test]
fn a_login_that_somebody_else_uses_is_not_tried_again_and_again() {
    let mut world = World::new(2);
    world.register(0, "alice");
    let start = next_start(&mut world, 0);
    let (server, user) = (World::SERVER.to_owned(), "alice".to_owned());
    world.act(0, Action::CloseWindow);
    let password = Password::new(World::PASSWORD);
    world.act(1, Action::SignIn { server, user, password });
    world.run_until(|world| world.seats[1].desktop.screen() == Screen::Lobby);
    world.restart(0, 0, start);
    world.pass(Duration::from_secs(5));
    let problem = world.seats[0].desktop.welcome.problem;
    assert_eq!(problem, Some(Problem::Refused(ErrorCode::LoggedInElsewhere)));
    assert_eq!(world.seats[0].desktop.server.state, ServerState::Connected);
}

#[test]
fn a_start_before_its_server_waits_for_it() {
    let mut world = World::in_lobby(1);
    let start = next_start(&mut world, 0);
    world.server.stop();
    world.restart(0, 0, start);
    let state = world.seats[0].desktop.server.state;
    assert!(matches!(state, ServerState::Waiting { loss: ServerLoss::Refused, .. }), "{state:?}");
    world.pass(Duration::from_secs(20));
    world.server.start();
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Lobby);
}

#[test]
fn who_does_not_want_the_login_kept_enters_a_password_each_time() {
    let mut world = World::in_lobby(1);
    let change = |keeps| Action::ChangeSetting(SettingChange::KeepsLogin(keeps));
    world.act(0, change(false));
    assert!(next_start(&mut world, 0).session.is_none());
    world.act(0, change(true));
    assert!(next_start(&mut world, 0).session.is_some());
}

#[test]
fn signing_out_forgets_the_login_and_lets_go_of_the_server() {
    let mut world = World::in_lobby(1);
    world.act(0, Action::SignOut);
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Welcome);
    assert!(next_start(&mut world, 0).session.is_none());
    let desktop = &world.seats[0].desktop;
    assert_eq!(desktop.server.state, ServerState::Away);
    assert_eq!((desktop.welcome.form, &*desktop.welcome.user), (WelcomeForm::SignIn, "alice"));
    world.pass(Duration::from_secs(100));
    assert_eq!(world.seats[0].desktop.server.state, ServerState::Away, "nothing is tried again");
    world.act(0, sign_in(World::SERVER, "alice", World::PASSWORD));
    world.run_until(|world| world.seats[0].desktop.screen() == Screen::Lobby);
}

#[test]
fn no_password_is_in_what_is_printed_of_a_desktop() {
    let mut world = World::new(1);
    world.server.stop();
    world.act(0, sign_in("room.example", "alice", "Tr0ub4dor"));
    world.server.start();
    world.act(0, sign_in("room.example", "alice", "Tr0ub4dor"));
    let action = sign_in("room.example", "alice", "Tr0ub4dor");
    let printed = format!("{action:?} {:?}", world.seats[0]);
    assert!(printed.contains("alice") && !printed.contains("Tr0ub4dor"), "{printed}");
}
