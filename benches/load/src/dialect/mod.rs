//! What clients say to each server, without a socket: bytes in, bytes and [`Event`]s out.
//!
//! - [`Frames`]: ours, `server/PROTOCOL.md`.
//! - [`Mqtt`]: MQTT 3.1.1, the packets that are needed here and at QoS 0 only. Calls are topics
//!   `to/RECEIVER/SENDER`, presence is a retained message under `presence/USER`.
//! - [`PeerJs`]: JSON over WebSocket, as the PeerJS client writes it.

#[expect(clippy::module_inception, reason = "dialects are what the module is about")]
mod dialect;
mod event;
mod frames;
mod login;
mod misheard;
mod mqtt;
mod mqtt_packets;
mod peer_js;
mod pipe;
mod role;
mod saying;
mod text;

pub use dialect::Dialect;
pub use event::Event;
pub use frames::Frames;
pub use login::Login;
pub use misheard::Misheard;
pub use mqtt::Mqtt;
pub use peer_js::PeerJs;
pub use role::Role;
pub use saying::Saying;
pub use text::{description, user_name};
