//! The keyboard's shortcuts.

use eframe::egui::{Event, Key, Modifiers, Popup, Ui};

use super::{Scene, Views};
use crate::desktop::{KeyChord, Screen, ShortcutCommand};

/// Turns the shortcut that was pressed into an action. Those without Control mean nothing while one types,
/// and the escape key closes an open list first.
pub fn read(ui: &Ui, scene: &mut Scene<'_>, views: &mut Views) {
    let is_typing = ui.ctx().text_edit_focused();
    let is_list_open = Popup::is_any_open(ui.ctx());
    let pressed = scene.desktop.shortcut(|shortcut| is_pressed(ui, shortcut.keys), is_typing);
    let Some(command) = pressed.map(|shortcut| shortcut.command) else { return };
    tracing::debug!(?command);
    match command {
        ShortcutCommand::Back if is_list_open => {}
        ShortcutCommand::Search => views.wants_search = scene.desktop.screen() == Screen::Lobby,
        command => scene.actions.extend(scene.desktop.action_of(command)),
    }
}

/// A sign such as `?` is on another key of each keyboard, so it is known by the text that it gives.
fn is_pressed(ui: &Ui, chord: KeyChord) -> bool {
    let is_sign = !chord.control && chord.key.chars().all(|sign| sign.is_ascii_punctuation());
    ui.ctx().input_mut(|input| {
        if is_sign {
            let is_it = |event: &Event| matches!(event, Event::Text(text) if text == chord.key);
            return input.events.iter().any(is_it);
        }
        let modifiers = if chord.control { Modifiers::COMMAND } else { Modifiers::NONE };
        key(chord.key).is_some_and(|key| input.consume_key(modifiers, key))
    })
}

fn key(name: &str) -> Option<Key> {
    match name {
        "+" => Some(Key::Plus),
        "-" => Some(Key::Minus),
        "," => Some(Key::Comma),
        name => Key::from_name(name),
    }
}
