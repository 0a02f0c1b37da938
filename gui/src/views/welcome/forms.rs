//! The forms to sign in, to register and to enter by an invitation.

use eframe::egui::{Key, Response, RichText, Ui};
use roomrtc_core::signaling::Password;

use super::WelcomeFields;
use crate::desktop::{Action, Field, SecretText, WelcomeForm};
use crate::views::Scene;
use crate::views::theme::space;
use crate::views::widgets::{self, card, primary};

/// Shows the form that is open.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, fields: &mut WelcomeFields) {
    card(ui, |ui| match scene.desktop.welcome.form {
        WelcomeForm::Choice | WelcomeForm::SignIn => sign_in(ui, scene, fields),
        WelcomeForm::Register => register(ui, scene, fields),
        WelcomeForm::Guest => guest(ui, scene, fields),
    });
}

/// The field of the server's address.
pub(super) fn server_field(ui: &mut Ui, scene: &Scene<'_>, fields: &mut WelcomeFields) -> Response {
    let (label, hint) =
        (scene.text("welcome-server-address", &[]), scene.text("welcome-server-hint", &[]));
    field(ui, scene, Field::Server, &label, &hint, false, &mut fields.server)
}

fn sign_in(ui: &mut Ui, scene: &mut Scene<'_>, fields: &mut WelcomeFields) {
    let title = scene.text("sign-in-button", &[]);
    heading(ui, &title);
    server_field(ui, scene, fields);
    user_field(ui, scene, fields);
    let last = password_field(ui, scene, fields);
    if std::mem::take(&mut fields.wants_password) {
        last.request_focus();
    }
    if is_sent(ui, &title, &last) {
        scene.act(Action::SignIn {
            server: fields.server.clone(),
            user: fields.user.clone(),
            password: Password::new(fields.password.clone()),
        });
        fields.is_sent = true;
    }
    other_form(ui, scene, WelcomeForm::Register, "register-instead");
}

fn register(ui: &mut Ui, scene: &mut Scene<'_>, fields: &mut WelcomeFields) {
    let title = scene.text("register-button", &[]);
    heading(ui, &title);
    server_field(ui, scene, fields);
    user_field(ui, scene, fields);
    password_field(ui, scene, fields);
    let label = scene.text("sign-in-password-again", &[]);
    let last = field(ui, scene, Field::NewPassword, &label, "", true, &mut fields.repeated);
    if is_sent(ui, &title, &last) {
        scene.act(Action::Register {
            server: fields.server.clone(),
            user: fields.user.clone(),
            password: Password::new(fields.password.clone()),
            repeated: Password::new(fields.repeated.clone()),
        });
        fields.is_sent = true;
    }
    other_form(ui, scene, WelcomeForm::SignIn, "sign-in-instead");
}

fn guest(ui: &mut Ui, scene: &mut Scene<'_>, fields: &mut WelcomeFields) {
    let title = scene.text("guest-button", &[]);
    heading(ui, &title);
    let (label, hint) =
        (scene.text("guest-invitation", &[]), scene.text("guest-invitation-hint", &[]));
    field(ui, scene, Field::Invitation, &label, &hint, true, &mut fields.invitation);
    server_field(ui, scene, fields);
    let label = scene.text("guest-name", &[]);
    let last = field(ui, scene, Field::GuestName, &label, "", false, &mut fields.guest_name);
    if is_sent(ui, &title, &last) {
        scene.act(Action::EnterAsGuest {
            server: fields.server.clone(),
            invitation: SecretText::new(fields.invitation.clone()),
            name: fields.guest_name.clone(),
        });
        fields.is_sent = true;
    }
}

fn heading(ui: &mut Ui, title: &str) {
    ui.label(RichText::new(title).size(18.0).strong());
    ui.add_space(space::CLOSE);
}

fn user_field(ui: &mut Ui, scene: &Scene<'_>, fields: &mut WelcomeFields) -> Response {
    let label = scene.text("sign-in-user", &[]);
    field(ui, scene, Field::User, &label, "", false, &mut fields.user)
}

fn password_field(ui: &mut Ui, scene: &Scene<'_>, fields: &mut WelcomeFields) -> Response {
    let label = scene.text("sign-in-password", &[]);
    field(ui, scene, Field::Password, &label, "", true, &mut fields.password)
}

fn field(
    ui: &mut Ui,
    scene: &Scene<'_>,
    field: Field,
    label: &str,
    hint: &str,
    is_secret: bool,
    text: &mut String,
) -> Response {
    let problem = scene.desktop.welcome.problem.filter(|problem| problem.field() == Some(field));
    let problem = problem.map(|problem| scene.texts.problem(problem));
    let response =
        widgets::Field { label, hint, is_secret, problem: problem.as_deref() }.show(ui, text);
    ui.add_space(space::CLOSE);
    response
}

/// Whether the form is sent: by its button, or by the return key in its last field.
fn is_sent(ui: &mut Ui, title: &str, last: &Response) -> bool {
    let by_key = last.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    primary(ui, true, title).clicked() || by_key
}

fn other_form(ui: &mut Ui, scene: &mut Scene<'_>, form: WelcomeForm, key: &str) {
    ui.add_space(space::CLOSE);
    if ui.link(scene.text(key, &[])).clicked() {
        scene.act(Action::OpenForm(form));
    }
}
