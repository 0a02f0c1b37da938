//! A server that is killed in mid-call and started again.

use roomrtc_test_programs::matrix;

use super::calls::check_frames;
use super::desktop::Desktop;
use super::server::Server;
use super::visit::Visit;
use crate::chromium::Browser;

#[test]
fn the_picture_goes_on_without_the_server_and_both_rejoin_the_next() {
    let Some(mut browser) = Browser::start_with(&Visit::flags()) else { return };
    let mut server = Server::start(&browser);
    let mut desktop = Desktop::wait(&browser, &server, &[]);
    let version = browser.version.clone();
    let mut visit = Visit::begin(&mut browser, &server);
    visit.register("alice");
    visit.call("bob");
    visit.watch();
    visit.go_on_for_frames(&desktop, 20);

    server.kill();
    visit.wait_until("document.getElementById('call-state').textContent.includes('without')");
    desktop.program.wait_for("the call goes on without it");
    visit.go_on_for_frames(&desktop, 40);

    server.start_again();
    desktop.program.wait_for("connected to the server again, as bob");
    desktop.program.wait_for("the server knows of the call again");
    visit.wait_until("document.getElementById('call-state').textContent === 'Connected'");
    visit.wait_until("document.getElementById('connection').textContent.startsWith('Connected')");
    visit.go_on_for_frames(&desktop, 20);
    check_frames(&visit, &desktop);

    hang_up(&mut visit, desktop);
    let row = "the server's page, the server restarts";
    matrix::record("Chromium", &version, row, "every frame, both rejoin");
}

/// Only a server that knows of the call can say who has hung up.
fn hang_up(visit: &mut Visit<'_>, desktop: Desktop) {
    desktop.program.interrupt();
    visit.wait_for_no("call");
    assert_eq!(visit.text("notice"), "bob has hung up.");
    visit.wait_for("lobby");
    desktop.program.succeed();
}
