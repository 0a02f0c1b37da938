//! Guests, who enter by a link.

use std::time::Duration;

use roomrtc_test_programs::matrix;

use super::calls::check_frames;
use super::desktop::Desktop;
use super::server::Server;
use super::visit::Visit;
use crate::chromium::Browser;

/// A name with everything that means something to the protocol.
const NAME: &str = "Zoë | a=b %41; c:d, 名";

/// The link that a desktop user has made, and the user, who waits.
fn invite(browser: &Browser, server: &Server) -> (Desktop, String) {
    let desktop = Desktop::wait(browser, server, &["--invite"]);
    let link = desktop.program.output.recv_timeout(Duration::from_secs(60)).expect("a link");
    assert!(link.starts_with(&format!("https://{}/#invitation=", server.address)), "{link}");
    (desktop, link)
}

fn enter(visit: &mut Visit<'_>) {
    visit.wait_for("entrance");
    visit.fill("guest-name", NAME);
    visit.evaluate("document.querySelector('#guest-form [type=submit]').click()");
    visit.wait_for("lobby");
}

#[test]
fn a_guest_enters_by_the_link_and_calls_who_has_invited() {
    let Some(mut browser) = Browser::start_with(&Visit::flags()) else { return };
    let server = Server::start(&browser);
    let (mut desktop, link) = invite(&browser, &server);
    let version = browser.version.clone();
    let mut visit = Visit::open(&mut browser, &link);
    enter(&mut visit);
    assert_eq!(visit.text("identity"), format!("You are {NAME} (a guest)."));
    visit.call("bob");
    let said = desktop.program.wait_for(" calls");
    assert!(said.starts_with(&format!("{NAME} (guest-")), "{said}");
    visit.watch();
    visit.go_on_for_frames(&desktop, 60);
    check_frames(&visit, &desktop);
    let people = visit.evaluate("document.querySelectorAll('#people li').length");
    assert_eq!(people, 1, "a guest sees who has invited and nobody else");
    visit.press("hang-up");
    desktop.program.succeed();
    matrix::record("Chromium", &version, "the server's page, a guest calls", "every frame");
}

#[test]
fn a_guest_is_called_by_who_has_invited() {
    let Some(mut browser) = Browser::start_with(&Visit::flags()) else { return };
    let server = Server::start(&browser);
    let (desktop, link) = invite(&browser, &server);
    // Whoever has made the link comes back to call.
    desktop.program.interrupt();
    desktop.program.finish();
    let version = browser.version.clone();
    let (mut command, frames) = Desktop::command(&browser, &server, "bob", &["--to"]);
    let mut visit = Visit::open(&mut browser, &link);
    enter(&mut visit);
    let guest = visit.evaluate("document.getElementById('identity').title");
    command.arg(guest.as_str().expect("a user name"));
    let desktop = Desktop::start((command, frames));
    visit.press("accept");
    visit.watch();
    visit.go_on_for_frames(&desktop, 60);
    check_frames(&visit, &desktop);
    desktop.program.interrupt();
    visit.wait_for_no("call");
    desktop.program.succeed();
    matrix::record("Chromium", &version, "the server's page, a guest is called", "every frame");
}

#[test]
fn an_invitation_that_is_none_gets_a_sentence() {
    let Some(mut browser) = Browser::start_with(&Visit::flags()) else { return };
    let server = Server::start(&browser);
    let link = format!("https://{}/#invitation=not-one", server.address);
    let mut visit = Visit::open(&mut browser, &link);
    visit.wait_for("entrance");
    visit.fill("guest-name", "Zoë");
    visit.evaluate("document.querySelector('#guest-form [type=submit]').click()");
    visit.wait_for("notice");
    assert!(visit.text("notice").ends_with('.'), "a sentence: {}", visit.text("notice"));
    visit.wait_for("entrance");
}
