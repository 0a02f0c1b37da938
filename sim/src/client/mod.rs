//! A client of the simulated world: what an application does with the core.

mod camera;
#[expect(clippy::module_inception, reason = "the client is what the module is about")]
mod client;
mod commanding;
mod filming;
mod offers;
mod signaling;
mod waking;

pub use camera::Camera;
pub use client::Client;

use offers::Offers;
