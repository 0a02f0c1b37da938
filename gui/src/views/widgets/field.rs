//! Fields of text.

use eframe::egui::{Response, RichText, TextEdit, Ui};

use crate::views::theme::Palette;

/// A field of text with its label above and what is wrong with it below.
#[derive(Debug)]
pub struct Field<'a> {
    /// Its label.
    pub label: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Whether what is typed is hidden.
    pub is_secret: bool,
    /// What is wrong with what was typed.
    pub problem: Option<&'a str>,
}

impl Field<'_> {
    /// The most characters that a field takes.
    pub const LENGTH: usize = 512;

    /// Shows it.
    pub fn show(&self, ui: &mut Ui, text: &mut String) -> Response {
        let palette = Palette::of(ui);
        let label = ui.label(RichText::new(self.label).strong());
        let edit = TextEdit::singleline(text)
            .id_salt(self.label)
            .hint_text(self.hint.to_owned())
            .password(self.is_secret)
            .char_limit(Self::LENGTH)
            .desired_width(f32::INFINITY);
        let response = ui.add(edit).labelled_by(label.id);
        if let Some(problem) = self.problem {
            ui.label(RichText::new(problem).color(palette.bad));
        }
        response
    }
}
