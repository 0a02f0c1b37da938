//! A language of the window.

use crate::desktop::Language as LanguageSetting;

/// A language that there is a catalogue of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English, which is also taken where the user's language is none of these.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// All of them, in the order they are offered in.
    pub const ALL: [Language; 2] = [Language::English, Language::Spanish];

    /// The language that is set, or else that of the system.
    pub fn of_setting(setting: LanguageSetting) -> Language {
        match setting {
            LanguageSetting::System => Language::of_system(),
            LanguageSetting::English => Language::English,
            LanguageSetting::Spanish => Language::Spanish,
        }
    }

    /// The first of the user's locales that there is a catalogue of, by the system's environment.
    pub fn of_system() -> Language {
        Language::of_locales(sys_locale::get_locales())
    }

    /// The first of these locales, such as `es-AR`, that there is a catalogue of; otherwise English.
    pub fn of_locales(locales: impl IntoIterator<Item = impl AsRef<str>>) -> Language {
        let known = locales.into_iter().find_map(|locale| Language::of_locale(locale.as_ref()));
        known.unwrap_or_default()
    }

    /// The language of a locale, `es-AR` as well as `es_AR.UTF-8`, if there is a catalogue of it.
    pub fn of_locale(locale: &str) -> Option<Language> {
        let language = locale.split(['-', '_', '.', '@']).next()?;
        Language::ALL.into_iter().find(|known| known.tag().eq_ignore_ascii_case(language))
    }

    /// Its tag, BCP 47: `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
        }
    }

    /// Its name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Spanish => "Español",
        }
    }

    /// Its texts in Fluent's syntax.
    pub(super) const fn source(self) -> &'static str {
        match self {
            Language::English => include_str!("../../catalogues/en.ftl"),
            Language::Spanish => include_str!("../../catalogues/es.ftl"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_known_locale_wins() {
        assert_eq!(Language::of_locales(["fr-FR", "es-AR", "en-US"]), Language::Spanish);
        assert_eq!(Language::of_locales(["en_GB.UTF-8", "es"]), Language::English);
        assert_eq!(Language::of_locales(["ES"]), Language::Spanish);
        assert_eq!(Language::of_locales(["C", "", "est-EE"]), Language::English);
        assert_eq!(Language::of_locales(<[&str; 0]>::default()), Language::English);
    }
}
