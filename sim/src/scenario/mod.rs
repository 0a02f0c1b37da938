//! Scenarios: a network, two clients, what happens to them, and what has to come of it.

mod amount;
mod bound;
mod building;
mod clock_parameters;
mod expectation;
pub mod format;
mod happening;
mod healing;
mod host_parameters;
mod initial_role;
mod interface_fields;
mod interface_parameters;
mod media_direction;
mod neighbourhood;
mod occurrence;
mod prospect;
mod pruning;
#[expect(clippy::module_inception, reason = "the scenario is what the module is about")]
mod scenario;
mod shipped;
mod side;
mod signaling_parameters;
mod trickle_parameters;

pub use amount::Amount;
pub use bound::Bound;
pub use clock_parameters::ClockParameters;
pub use expectation::Expectation;
pub use happening::Happening;
pub use host_parameters::HostParameters;
pub use initial_role::InitialRole;
pub use interface_parameters::InterfaceParameters;
pub use media_direction::MediaDirection;
pub use neighbourhood::Neighbourhood;
pub use occurrence::Occurrence;
pub use prospect::Prospect;
pub use scenario::Scenario;
pub use shipped::{shipped, shipped_file, shipped_text};
pub use side::Side;
pub use signaling_parameters::SignalingParameters;
pub use trickle_parameters::TrickleParameters;
