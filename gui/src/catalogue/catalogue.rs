//! The texts of one language.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::Language;
use super::numbers::{cleaned, written};

/// What stands for a text that is missing or damaged; a test shows that there is none.
const NO_TEXT: &str = "…";

/// The texts of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The texts of this language, from the program itself.
    pub fn new(language: Language) -> Catalogue {
        // A line that cannot be read leaves the others standing; a test reads all.
        let read = FluentResource::try_new(language.source().to_owned());
        let resource = read.unwrap_or_else(|(resource, _)| resource);
        let tag = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks around what is filled in are for mixed directions of writing, which no language here has.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| formatted(Language::English, value),
            Language::Spanish => |value, _| formatted(Language::Spanish, value),
        }));
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(language = language.tag(), count = errors.len(), "texts stand twice");
        }
        Catalogue { language, bundle }
    }

    /// Which language it is.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The text of a key, with these variables filled in. Numbers are written as the language does; see
    /// [`number`](super::number) for decimals.
    pub fn text(&self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            tracing::error!(key, language = self.language.tag(), "a text is missing");
            return NO_TEXT.to_owned();
        };
        let mut arguments = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            arguments.set(*name, cleaned(value));
        }
        let mut errors = vec![];
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        if errors.is_empty() {
            return text.into_owned();
        }
        tracing::error!(key, language = self.language.tag(), ?errors, "a text is damaged");
        NO_TEXT.to_owned()
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue").field("language", &self.language).finish_non_exhaustive()
    }
}

fn formatted(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(written(language, number)),
        _ => None,
    }
}
