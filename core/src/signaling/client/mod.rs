//! The client's side of signalling: commands and received bytes in, bytes to send and events out.
//!
//! A [`Client`] is a state machine without a socket. Its driver says when the connection stands
//! ([`Client::handle_connected`]) and when it is gone ([`Client::handle_disconnected`]), passes on
//! what arrives, and sends what [`Client::poll_transmit`] gives.
//!
//! The server decides what is true: a call stands when the server says so, and a user hears the
//! other party only while it stands. The media of an accepted call need no server. So when a
//! connection is lost, one's own or the other party's, the call is [`CallStage::Detached`]: it
//! goes on until its media end or [`Command::EndCall`], and until then no other call begins. When the
//! same user logs in again, the client says by itself that the call stands, and once server and
//! other party agree, it is [`Event::CallResumed`].
//!
//! The first message on a connection is `HELLO`; others may follow at once, for a server that does
//! not speak this version closes it. After a silence the client asks for a sign of life, and without
//! one it is [`Event::ServerSilent`]: [`Client::deadline`] and [`Client::handle_timeout`].
//!
//! Logging in gives a session, [`Client::session`]: after a reconnect, [`Command::Resume`] logs in
//! with it. Whoever was taken over by another connection does not connect again by itself.
//!
//! A call, from the caller: [`Command::Invite`], [`Event::Ringing`], [`Event::CallAccepted`] as
//! [`CallRole::Caller`], then descriptions and candidates both ways. From the callee:
//! [`Event::IncomingCall`], [`Command::Accept`], [`Event::CallAccepted`] as [`CallRole::Callee`],
//! then it waits for the offer. Who invites somebody whose invitation is on its way may become the
//! callee instead.
//!
//! Left out: reconnecting, which is the driver's matter: when, how often, and whether to log in.

mod call;
mod call_role;
mod call_stage;
mod calling;
#[expect(clippy::module_inception, reason = "the client is what the module is about")]
mod client;
mod command;
mod command_error;
mod commands;
mod event;
mod event_queue;
mod heartbeat;
mod keeping_alive;
mod pending_request;
mod receiving;
mod replies;
mod sessions;

pub use call::Call;
pub use call_role::CallRole;
pub use call_stage::CallStage;
pub use client::Client;
pub use command::Command;
pub use command_error::CommandError;
pub use event::Event;
