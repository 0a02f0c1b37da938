//! What a person at the page may do to the account.

use super::server::Server;
use super::visit::Visit;
use crate::chromium::Browser;

fn submit(visit: &mut Visit<'_>, form: &str) {
    visit.evaluate(&format!("document.querySelector('#{form} [type=submit]').click()"));
}

fn change_password(visit: &mut Visit<'_>, again: &str) {
    visit.evaluate("document.getElementById('account').open = true");
    visit.fill("old-password", "a long password");
    visit.fill("new-password", "another password");
    visit.fill("new-password-again", again);
    visit.evaluate(
        "document.getElementById('new-password-again').dispatchEvent(new Event('input'))",
    );
    submit(visit, "password-form");
}

#[test]
fn a_password_is_changed_and_an_account_deleted() {
    let Some(mut browser) = Browser::start_with(&Visit::flags()) else { return };
    let server = Server::start(&browser);
    let mut visit = Visit::begin(&mut browser, &server);
    visit.register("alice");
    change_password(&mut visit, "another passwort");
    visit.wait_until("document.getElementById('new-password-again').validationMessage");
    change_password(&mut visit, "another password");
    visit.wait_for("success");
    assert_eq!(visit.text("success"), "Your password is changed.");
    visit.evaluate("document.getElementById('account').open = true");
    visit.fill("deletion-password", "a long password");
    submit(&mut visit, "deletion-form");
    visit.wait_for("notice");
    visit.fill("deletion-password", "another password");
    submit(&mut visit, "deletion-form");
    visit.wait_for("sign-in");
    assert_eq!(visit.text("success"), "Your account is deleted.");
    visit.register("alice");
}
