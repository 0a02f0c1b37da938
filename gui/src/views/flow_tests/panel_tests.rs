//! Panels.

use std::time::Duration;

use egui_kittest::kittest::Queryable;
use tracing::Level;

use super::{Window, hear, pick, windows};
use crate::desktop::flows::World;
use crate::desktop::{
    Action, DoctorFinding, News, ServerLoss, SettingChange, SourceChoice, SourceProblem, Theme,
};
use crate::log::LogLine;
use crate::window::testing::{fill, press, sees};

#[test]
fn statistics_are_plotted_named_and_explained() {
    let (world, mut windows) = windows(World::in_call());
    press(&mut windows[0], "Statistics");
    for _ in 0..3 {
        world.borrow_mut().pass(Duration::from_secs(1));
        windows[0].run();
    }
    let window = &mut windows[0];
    assert!(sees(window, "Bit rate"));
    assert!(sees(window, "jitterBufferDelay") && sees(window, "Pictures decoded"));
    press(window, "Copy as JSON");
    assert!(window.state().done.contains(&Action::CopyStatistics));
}

#[test]
fn the_call_doctor_says_what_was_tried() {
    let (_world, mut windows) = windows(World::in_call());
    let window = &mut windows[0];
    press(window, "Call doctor");
    assert!(sees(window, "Everything that was tried has worked."));
    assert!(sees(window, "Encryption: done"));
    press(window, "Save a report");
    assert!(window.state().done.contains(&Action::SaveReport(None)));
    hear(window, News::ReportSaved(Ok("/home/ann/report.zip".into())));
    assert!(sees(window, "The report is in /home/ann/report.zip."));
    hear(window, News::ReportSaved(Err(None)));
    assert!(sees(window, "The report could not be written."));
}

#[test]
fn the_call_doctor_has_a_sentence_for_each_reason() {
    use DoctorFinding as Finding;
    let (world, mut windows) = windows(World::in_call());
    press(&mut windows[0], "Call doctor");
    for (finding, sentence) in [
        (Finding::ServerUnreachable(ServerLoss::Refused), "No server listens at this address."),
        (Finding::ServerCertificateChanged, "Ask its operator before you trust the new one."),
        (Finding::NoPicturesToSend(SourceProblem::NoCamera), "There is no camera. Connect one"),
        (Finding::NoLocalCandidate, "Connect it to a network."),
        (Finding::NoRemoteCandidate, "The other side offered no address to try."),
        (Finding::NoPairAnswered, "Try another network, such as a phone’s."),
        (Finding::OnlyTheirChecksArrive, "check its firewall."),
        (Finding::FingerprintMismatch, "Do not trust this server until you know why."),
        (Finding::HandshakeFailed, "Try again, and update both programs if it stays so."),
        (Finding::NothingInCommon, "this one has H.264 alone."),
        (Finding::DescriptionRefused, "Update both programs."),
        (Finding::PeerSilent, "Its network or its program may be gone: call again."),
        (Finding::NoPicture, "ask the person to turn the camera on."),
    ] {
        if let Some(report) = &mut world.borrow_mut().seats[0].desktop.doctor {
            report.finding = finding;
        }
        assert!(sees(&mut windows[0], sentence), "{finding:?}");
    }
}

fn tell(window: &Window, level: Level, target: &str, text: &str) {
    let [time, target, text] = ["12:00", target, text].map(str::to_owned);
    window.state().log.add(LogLine { number: 0, time, level, target, text });
}

#[test]
fn the_log_is_searched_and_narrowed_to_a_level_and_a_part() {
    let (_world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    press(window, "Log");
    assert!(sees(window, "No lines."));
    tell(window, Level::WARN, "roomrtc_gui::client", "the handshake takes long");
    tell(window, Level::INFO, "roomrtc_media::camera", "opened");
    tell(window, Level::DEBUG, "roomrtc_gui::client", "a detail");
    assert!(sees(window, "takes long") && sees(window, "opened") && !sees(window, "a detail"));
    fill(window, "Search the log", "HANDSHAKE");
    assert!(sees(window, "takes long") && !sees(window, "opened"));
    window.state().world.borrow_mut().act(0, Action::SearchLog(String::new()));
    window.run();
    pick(window, "Level", "Details");
    assert!(sees(window, "a detail") && sees(window, "opened"));
    pick(window, "Only from", "roomrtc_media::camera");
    assert!(sees(window, "opened") && !sees(window, "a detail") && !sees(window, "takes long"));
    press(window, "Copy these lines");
    press(window, "Save a report");
    assert!(window.state().done.contains(&Action::SaveReport(None)));
}

#[test]
fn settings_hold_at_once() {
    let (_world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    press(window, "Settings");
    press(window, "Light");
    assert_eq!(window.state().desktop(|desktop| desktop.settings.theme), Theme::Light);
    window.get_by_label("Mirror my own picture").scroll_to_me();
    window.run();
    window.get_by_label("Mirror my own picture").click();
    window.run();
    assert!(!window.state().desktop(|desktop| desktop.settings.mirrors_own_picture));
    let seen = Action::ChangeSetting(SettingChange::MirrorsOwnPicture(false));
    assert!(window.state().done.contains(&seen));
}

#[test]
fn the_language_is_changed_in_the_settings() {
    let (_world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    press(window, "Settings");
    pick(window, "Language", "Español");
    assert!(sees(window, "Ajustes") && sees(window, "Personas") && !sees(window, "People"));
    pick(window, "Idioma", "English");
    assert!(sees(window, "Settings") && sees(window, "People"));
}

#[test]
fn the_screen_is_shared_and_no_longer() {
    let (_world, mut windows) = windows(World::in_call());
    let window = &mut windows[0];
    press(window, "Choose what you send");
    press(window, "Share the whole screen");
    let shared = window.state().desktop(|desktop| desktop.call.as_ref()?.sharing.clone());
    assert_eq!(shared, Some(SourceChoice::Screen));
    press(window, "Choose what you send");
    press(window, "Stop sharing");
    assert_eq!(window.state().desktop(|desktop| desktop.call.as_ref()?.sharing.clone()), None);
}

#[test]
fn a_password_is_changed_and_an_invitation_made() {
    let (world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    press(window, "Signed in as alice");
    press(window, "Make an invitation");
    world.borrow_mut().pass(Duration::from_secs(5));
    window.run();
    press(window, "Copy the link");
    fill(window, "Password now", World::PASSWORD);
    fill(window, "New password", "a better horse");
    fill(window, "New password again", "a better horse");
    press(window, "Change the password");
    world.borrow_mut().pass(Duration::from_secs(5));
    assert!(sees(window, "Your password is changed."));
}

#[test]
fn an_account_is_deleted_with_its_password_after_a_second_press() {
    let (world, mut windows) = windows(World::in_lobby(1));
    let window = &mut windows[0];
    press(window, "Signed in as alice");
    press(window, "Delete the account…");
    fill(window, "Password now", World::PASSWORD);
    press(window, "Delete for good");
    world.borrow_mut().pass(Duration::from_secs(5));
    assert!(sees(window, "Your account is deleted."));
}
