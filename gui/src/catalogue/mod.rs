//! Every sentence that the window shows, in the languages there are.
//!
//! The texts are in `gui/catalogues`, one file of Project Fluent's syntax for each [`Language`], and part of
//! the program. A [`Catalogue`] gives the text of a key with its variables filled in; numbers are written as
//! the language writes them, and choose the plural. That both files have the same keys with the same
//! variables, that every key in the sources is there, and that views have no words of their own is tested.
//!
//! Left out: dates, which the window does not show; languages that are read from a file.

#[expect(clippy::module_inception, reason = "the catalogue is what the module is about")]
mod catalogue;
mod choices;
mod conditions;
mod language;
mod measured;
mod notices;
mod numbers;
mod problems;
#[cfg(test)]
mod source_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod typed_tests;

pub use catalogue::Catalogue;
pub use fluent_bundle::FluentValue;
pub use language::Language;
pub use numbers::number;
