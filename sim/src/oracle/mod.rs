//! What has to hold in every run, whatever the scenario: rules that watch every step.

mod oracles;
mod rule;
mod violation;

pub use oracles::Oracles;
pub use rule::Rule;
pub use violation::Violation;
