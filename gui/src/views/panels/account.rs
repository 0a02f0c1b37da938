//! The account: its password, its end, invitations, signing out.

use eframe::egui::{RichText, Ui};
use roomrtc_core::signaling::Password;

use super::AccountFields;
use crate::desktop::{Account, Action, Field};
use crate::views::theme::{Palette, space};
use crate::views::widgets::{self, button, danger, primary};
use crate::views::{Scene, Views};

/// Shows the account.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    let Some(account) = &scene.desktop.account else { return };
    let fields = &mut views.account;
    let name = account.guest_name.as_deref().unwrap_or(&account.user);
    ui.label(scene.text("signed-in-as", &[("user", name.into())]));
    // In a call it would be the call that ends.
    if button(ui, scene.desktop.call.is_none(), &scene.text("sign-out", &[])).clicked() {
        fields.forget();
        scene.act(Action::SignOut);
        scene.act(Action::ClosePanel);
    }
    if account.guest_name.is_some() {
        return;
    }
    section(ui, &scene.text("invitation-title", &[]));
    invitation(ui, scene, account);
    section(ui, &scene.text("account-password-title", &[]));
    change_password(ui, scene, account, fields);
    section(ui, &scene.text("account-delete-title", &[]));
    delete(ui, scene, account, fields);
}

fn section(ui: &mut Ui, title: &str) {
    ui.add_space(space::APART);
    ui.separator();
    ui.label(RichText::new(title).size(17.0).strong());
}

fn invitation(ui: &mut Ui, scene: &mut Scene<'_>, account: &Account) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(scene.text("invitation-text", &[])).color(palette.weak));
    let Some(link) = &account.invitation else {
        if button(ui, true, &scene.text("invitation-make", &[])).clicked() {
            scene.act(Action::Invite);
        }
        return;
    };
    ui.label(RichText::new(link.reveal()).monospace());
    ui.horizontal_wrapped(|ui| {
        if primary(ui, true, &scene.text("invitation-copy", &[])).clicked() {
            scene.act(Action::CopyInvitation);
        }
        if button(ui, true, &scene.text("invitation-revoke", &[])).clicked() {
            scene.act(Action::RevokeInvitation);
        }
    });
}

fn change_password(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    account: &Account,
    fields: &mut AccountFields,
) {
    if !fields.is_deleting {
        let label = scene.text("account-password-now", &[]);
        secret(ui, scene, account, Some(Field::Password), &label, &mut fields.password);
    }
    let label = scene.text("account-password-new", &[]);
    secret(ui, scene, account, Some(Field::NewPassword), &label, &mut fields.new_password);
    let label = scene.text("account-password-again", &[]);
    secret(ui, scene, account, None, &label, &mut fields.repeated);
    let is_filled = !fields.new_password.is_empty() && !account.is_busy;
    if primary(ui, is_filled, &scene.text("account-password-change", &[])).clicked() {
        scene.act(Action::ChangePassword {
            password: Password::new(std::mem::take(&mut fields.password)),
            new_password: Password::new(std::mem::take(&mut fields.new_password)),
            repeated: Password::new(std::mem::take(&mut fields.repeated)),
        });
    }
}

fn secret(
    ui: &mut Ui,
    scene: &Scene<'_>,
    account: &Account,
    field: Option<Field>,
    label: &str,
    text: &mut String,
) {
    let problem = account.problem.filter(|problem| field.is_some() && problem.field() == field);
    let problem = problem.map(|problem| scene.texts.problem(problem));
    let field = widgets::Field { label, hint: "", is_secret: true, problem: problem.as_deref() };
    field.show(ui, text);
    ui.add_space(space::CLOSE);
}

/// Deleting takes the password, and a second press.
fn delete(ui: &mut Ui, scene: &mut Scene<'_>, account: &Account, fields: &mut AccountFields) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(scene.text("account-delete-text", &[])).color(palette.weak));
    if !fields.is_deleting {
        if danger(ui, true, &scene.text("account-delete", &[])).clicked() {
            fields.forget();
            fields.is_deleting = true;
        }
        return;
    }
    let label = scene.text("account-password-now", &[]);
    secret(ui, scene, account, Some(Field::Password), &label, &mut fields.password);
    ui.horizontal_wrapped(|ui| {
        if button(ui, true, &scene.text("action-cancel", &[])).clicked() {
            fields.forget();
        }
        let is_filled = !fields.password.is_empty() && !account.is_busy;
        if danger(ui, is_filled, &scene.text("account-delete-really", &[])).clicked() {
            let password = Password::new(std::mem::take(&mut fields.password));
            scene.act(Action::DeleteAccount { password });
        }
    });
}
