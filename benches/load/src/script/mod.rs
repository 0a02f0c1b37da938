//! What the clients do in each measurement. A script knows neither sockets nor protocols.

mod gathering;
mod logging_in;
mod relaying;
#[expect(clippy::module_inception, reason = "scripts are what the module is about")]
mod script;
mod settling;
mod watching;

pub use gathering::Gathering;
pub use logging_in::LoggingIn;
pub use relaying::Relaying;
pub use script::Script;
pub use settling::Settling;
pub use watching::Watching;
