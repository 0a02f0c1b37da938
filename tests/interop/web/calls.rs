//! Calls between accounts, each way.

use roomrtc_test_programs::matrix;

use super::desktop::Desktop;
use super::server::Server;
use super::visit::Visit;
use crate::chromium::Browser;

/// Frames that either end must see of the other.
const FRAMES: usize = 60;

/// What both ends have seen is right: our card's frames are numbered as they are encoded, and the
/// film's come from a camera that shows them in order.
pub(super) fn check_frames(visit: &Visit<'_>, desktop: &Desktop) {
    let numbers = visit.seen.numbers();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");
    let sent = numbers[numbers.len() - 1] - numbers[0] + 1;
    assert!(numbers.len() as u64 * 100 >= sent * 95, "{} of {sent}: {numbers:?}", numbers.len());
    assert!(visit.seen.ages()[0] > 0, "decoded before it was captured");
    let decoded = desktop.decoded();
    let ages = decoded.ages_since(&visit.camera);
    assert!(ages.len() * 3 >= decoded.0.len(), "{} of {}", ages.len(), decoded.0.len());
    // Counted on at every step back, a frame out of order would be nearly a whole film later.
    let numbers = decoded.film_numbers();
    let furthest = numbers.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
    assert!(furthest < 60, "{numbers:?}");
}

#[test]
fn a_user_of_the_page_calls_the_desktop_and_turns_the_camera_off_and_on() {
    let Some(mut browser) = Browser::start_with(&Visit::flags()) else { return };
    let server = Server::start(&browser);
    let desktop = Desktop::wait(&browser, &server, &[]);
    let version = browser.version.clone();
    let mut visit = Visit::begin(&mut browser, &server);
    visit.register("alice");
    visit.call("bob");
    visit.watch();
    visit.go_on_for_frames(&desktop, FRAMES);
    check_frames(&visit, &desktop);

    visit.press("camera");
    visit.wait_until_dark(&desktop);
    let before = desktop.decoded().0.len();
    let seen = visit.seen.0.len();
    visit.wait_until("document.getElementById('camera').textContent === 'Turn camera on'");
    visit.take_frames();
    assert!(visit.seen.0.len() > seen, "the other side's picture goes on");
    assert_eq!(desktop.decoded().0.len(), before);
    visit.press("camera");
    visit.watch_picture("local", "camera");
    visit.go_on_for_frames(&desktop, 20);

    visit.press("hang-up");
    visit.wait_for_no("call");
    assert_eq!(visit.console(), [] as [String; 0]);
    desktop.program.succeed();
    matrix::record("Chromium", &version, "the server's page, it calls", "every frame, camera off");
}

#[test]
fn the_desktop_calls_a_user_of_the_page_and_hangs_up() {
    let Some(mut browser) = Browser::start_with(&Visit::flags()) else { return };
    let server = Server::start(&browser);
    let command = Desktop::command(&browser, &server, "bob", &["--to", "alice"]);
    let version = browser.version.clone();
    let mut visit = Visit::begin(&mut browser, &server);
    visit.register("alice");
    let desktop = Desktop::start(command);
    visit.wait_for("incoming");
    assert_eq!(visit.text("incoming-title"), "bob calls you");
    visit.press("accept");
    visit.watch();
    visit.go_on_for_frames(&desktop, FRAMES);
    check_frames(&visit, &desktop);
    desktop.program.interrupt();
    visit.wait_for_no("call");
    assert_eq!(visit.text("notice"), "bob has hung up.");
    desktop.program.succeed();
    matrix::record("Chromium", &version, "the server's page, it is called", "every frame");
}

#[test]
fn a_call_that_the_page_declines_is_told_to_the_desktop() {
    let Some(mut browser) = Browser::start_with(&Visit::flags()) else { return };
    let server = Server::start(&browser);
    let command = Desktop::command(&browser, &server, "bob", &["--to", "alice"]);
    let mut visit = Visit::begin(&mut browser, &server);
    visit.register("alice");
    let desktop = Desktop::start(command);
    visit.press("decline");
    let (code, said) = desktop.program.finish();
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("alice has declined the call"), "{said}");
    visit.press("log-out");
    visit.fill("user", "alice");
    visit.fill("password", "not the password");
    visit.evaluate("document.querySelector('#account-form [type=submit]').click()");
    visit.wait_for("notice");
    assert!(visit.text("notice").ends_with('.'), "a sentence: {}", visit.text("notice"));
}
