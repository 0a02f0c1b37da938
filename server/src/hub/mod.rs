//! The server without a socket, clock or disk: accounts, presence and calls.
//!
//! A [`Hub`] takes what happens to connections ([`Input`]) and says what to do ([`Effect`]) and
//! which messages each connection is to be sent ([`Hub::poll_ready`], [`Hub::poll_message`]). The
//! shell around it owns the sockets, the clock and the store; a simulator can be another shell.
//!
//! - **Connections** greet first, give signs of life, and are closed if they do not, if they do
//!   nothing, or if they do not read. A dead one is found in at most 30 seconds.
//! - **Accounts.** Hashing and storing take time, so they are effects with an [`OperationId`]; the
//!   shell hands the [`AccountOutcome`] back in. A connection has at most one under way
//!   ([`Hub::takes_messages`]), so its requests are answered in order. Wrong passwords are counted by
//!   account and by address, and who guesses waits longer and longer, without anything being hashed.
//! - **Sessions** resume a login. A connection that only looks alive does not lock its own client
//!   out: its session takes over. Guests enter by an invitation, see who invited them, and nobody
//!   else sees them. A session that has ended, be it that a voided token of it came again or that its
//!   guest's invitation was revoked, ends the connection on which it stands.
//! - **Presence** needs no queue: every change of a user gets the next number, and a connection
//!   remembers only the number it has been told up to. Whoever reads slowly is told the last state
//!   of each user and nothing in between. One change costs one message per reader.
//! - **Calls** are a declared state machine, [`CallStage`]. A user is in at most one call, ringing
//!   included. Descriptions and candidates pass only between the two of an accepted call, with the
//!   sender's name written by the hub, uninterpreted. A call waits for a party whose connection is
//!   lost, and what is for that party waits with it. Of calls of a server before this one nothing is
//!   known: they stand again when both parties say so. Missed calls are kept by the accounts.
//! - **Bounds.** Each connection's queue has two: over the lower one nothing that others cause is
//!   added to it (they are refused), over the higher one, or if nothing of it is taken for a
//!   stated time, the connection is closed. A connection that is not logged in may do little, and
//!   not for long. What is remembered of guesses, deletions and guests is bounded, too.
//!
//! Left out: what was sent but not received when a connection broke is not sent again, and the
//! counts of wrong passwords do not outlast the server.

mod account_change;
mod account_outcome;
mod account_request;
mod accounts;
mod address_group;
mod answer;
mod call;
mod call_action;
mod call_id;
mod call_stage;
mod call_steps;
mod calls;
mod close_reason;
mod connection;
mod connection_id;
mod connection_state;
mod connections;
mod deadline;
mod deadline_reason;
mod effect;
mod failures;
mod figures;
mod fresh_missed_call;
mod fresh_missed_calls;
mod greeting;
mod guess;
mod guests;
mod heartbeats;
#[expect(clippy::module_inception, reason = "the hub is what the module is about")]
mod hub;
mod hub_config;
mod hub_counters;
mod hub_figures;
mod input;
mod missed_calls;
mod operation;
mod operation_id;
mod operations;
mod outbox;
mod password_rule;
mod presence;
mod presence_log;
mod refusal;
mod rejoining;
mod relays;
mod replies;
mod requests;
mod revocations;
mod second_device;
mod session_grant;
mod session_id;
mod sessions;
mod throttle;
mod user;
mod user_name;
mod user_session;

pub use account_change::AccountChange;
pub use account_outcome::AccountOutcome;
pub use account_request::AccountRequest;
pub use call_action::CallAction;
pub use call_id::CallId;
pub use call_stage::CallStage;
pub use close_reason::CloseReason;
pub use connection_id::ConnectionId;
pub use deadline::Deadline;
pub use deadline_reason::DeadlineReason;
pub use effect::Effect;
pub use hub::Hub;
pub use hub_config::HubConfig;
pub use hub_counters::HubCounters;
pub use hub_figures::HubFigures;
pub use input::Input;
pub use operation_id::OperationId;
pub use password_rule::is_valid as is_valid_password;
pub use refusal::Refusal;
pub use second_device::SecondDevice;
pub use session_grant::SessionGrant;
pub use session_id::SessionId;
pub use user_name::is_valid as is_valid_user_name;
pub use user_session::UserSession;
