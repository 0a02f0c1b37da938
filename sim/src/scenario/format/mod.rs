//! Scenario files: TOML in which any value may be drawn, varied, or named.
//!
//! A [`ScenarioFile`] is a template. With a seed, a [`Case`] and [`Overrides`] it resolves to a
//! plain table, without anything left to choose, which whoever asks deserializes.
//!
//! - `[parameters]` names values; `"$name"` stands for one of them anywhere else, `"$$"` at the
//!   beginning of a text for one dollar sign. An override gives a parameter another value.
//! - `{ from = .., to = .. }` is a value drawn from the seed, both ends included: integers, decimal
//!   numbers, and quantities such as `"20 ms"`, whose unit both ends must share.
//! - `{ any = [ .. ] }` is one of several values, drawn from the seed.
//! - `{ each = [ .. ] }` or `{ each = { from = .., to = .. } }` makes a case of every value. Several
//!   of them make a case of every combination.
//! - `{ of = "$name", is = { .. }, other = .. }` is what the table `is` has for the value of the
//!   parameter, so that what is expected can follow what varies; `other` if it has nothing.
//! - In a list, an element for which an empty table is drawn is left out.
//!
//! `about` says in a line what the scenario tries, and must be there; `seed`, if it is there, is the
//! seed that it is run from unless another is wanted.
//!
//! Every draw comes from a stream named after the place in the file, so that a change in one place
//! draws nothing else anew. A parameter is drawn once, however often it is named.
//!
//! Left out: arithmetic, parameters that name parameters, and choices within choices of `each`.

mod axes;
mod case;
mod choice;
mod decimal;
mod fitting;
mod override_error;
mod overrides;
mod parse_error;
mod resolve_error;
mod resolver;
mod scenario_file;
#[cfg(test)]
mod tests;
mod writing;

pub use case::Case;
pub use override_error::OverrideError;
pub use overrides::Overrides;
pub use parse_error::ParseError;
pub use resolve_error::ResolveError;
pub use scenario_file::ScenarioFile;
pub use writing::write_scenario;

use choice::Choice;
use decimal::Decimal;
use resolver::Resolver;
