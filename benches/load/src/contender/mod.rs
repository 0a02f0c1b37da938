//! The servers, and how they are started: on a free port of the loopback interface, with nothing that
//! outlasts them, and ended with the [`Site`] they are at.

#[expect(clippy::module_inception, reason = "contenders are what the module is about")]
mod contender;
mod mosquitto;
mod ours;
mod peer_js;
mod process;
mod setup;
mod site;
mod start_error;
mod tls;

pub use contender::Contender;
pub use setup::Setup;
pub use site::Site;
pub use start_error::StartError;
