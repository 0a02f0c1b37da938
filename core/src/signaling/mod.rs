//! The signalling protocol between a client and the server: the messages, their one codec, and
//! the client's state machine.
//!
//! It is a protocol of our own over TCP, so no RFC describes it. A frame is the decimal length of
//! its body in bytes, a line feed, and the body:
//!
//! ```text
//! 15
//! INVITE|user=bob
//! ```
//!
//! The body is a type and any number of fields, `TYPE|key=value|key=value`, in UTF-8. Any text may
//! be a value: `|`, `=`, `%`, control characters and line ends travel percent-escaped, byte by
//! byte of their UTF-8 form. A reader refuses what does not follow this grammar, ignores keys it
//! does not know, and refuses types it does not know; only a broken frame is fatal, for then it is
//! no longer clear where the next one begins. [`FrameDecoder`] caps the length before it stores
//! anything.
//!
//! In every call message `user` is *the other party*: whom it is for when a client sends it, whom
//! it is from when the server does. The server writes it, so a sender cannot be forged. `call` is the
//! number that the server gave the call ([`CallNumber`]): what is said of one call never meets another.
//!
//! The first message of a connection is `HELLO`, answered by `WELCOME`; a server that speaks no
//! version the client does says so and closes. After a silence either end sends `PING`, and anything
//! that is received, `PONG` at the latest, is a sign of life.
//!
//! | type | from | fields | meaning |
//! |---|---|---|---|
//! | `HELLO` | client | `version`; optional `program` | the first message of a connection |
//! | `WELCOME` | server | `version`, `heartbeat` | the version that is spoken, and the seconds of silence after which either end pings |
//! | `PING`, `PONG` | both | | asks for and gives a sign of life |
//! | `REGISTER` | client | `user`, `password` | make an account; answered `OK` |
//! | `LOGIN` | client | `user`, `password` | answered `OK`, then `SESSION`, a full `USER_LIST`, and missed calls |
//! | `RESUME` | client | `token` | log in again without a password; answered as `LOGIN` is, with the user in the `OK` |
//! | `ENTER` | client | `code`, `name` | log in as a guest of whoever made the invitation; the `OK` says as whom |
//! | `SESSION` | server | `token`, `lifetime` | what resumes the login on another connection, for so many seconds; the token before it is void once this one was used |
//! | `LOGOUT` | client | | answered `OK`; ends the call, if any, and the session |
//! | `CHANGE_PASSWORD` | client | `password`, `new-password` | answered `OK`, then `SESSION`; every other session of the user is over |
//! | `DELETE_ACCOUNT` | client | `password` | answered `OK` |
//! | `CREATE_INVITATION` | client | | answered `INVITATION` |
//! | `INVITATION` | server | `code`, `lifetime` | with this code a guest can enter, for so many seconds |
//! | `REVOKE_INVITATION` | client | `code` | answered `OK` |
//! | `USER_LIST` | client | | asks for the full list |
//! | `USER_LIST` | server | `kind`: `full` or `changes`; `available`, `busy`, `offline`, `deleted`: a user, each any number of times | the other users and their states; a long full list goes on in `changes` |
//! | `MISSED_CALL` | server | `user`, `at`, `number`; optional `name` | a call that was missed, `at` in seconds since 1970: at once to who is there, and after every login, oldest first; `number` counts up |
//! | `MISSED_CALLS_SEEN` | client | `number` | missed calls up to this one need not be told again; answered `OK` |
//! | `INVITE` | client | `user` | call a user; answered `OK` with `call` when it rings |
//! | `INCOMING_CALL` | server | `user`, `call`; optional `name` | a user calls; a guest goes by this name |
//! | `ACCEPT_CALL` | both | `user`, `call` | the callee accepts, answered `OK`; then the caller makes the offer |
//! | `REJECT_CALL` | both | `user`, `call` | the callee declines, answered `OK` |
//! | `OFFER`, `ANSWER` | both | `user`, `call`, `sdp` | the first description of each side |
//! | `SDP` | both | `user`, `call`, `kind`: `offer` or `answer`; `sdp` | a later description |
//! | `CANDIDATE` | both | `user`, `call`, `candidate`; optional `mid`, `index`, `ufrag` | a trickled candidate; the last is empty |
//! | `END_CALL` | client | `user`; optional `call` | hang up, or cancel while it rings; answered `OK`. Without `call`, that of the last `INVITE` on this connection |
//! | `REJOIN_CALL` | client | `user`, `call` | after the connection was lost: the call with this user still stands |
//! | `CALL_ENDED` | server | `user`, `call`, `reason` | the call is over; see [`CallEndReason`] |
//! | `OK` | server | `request`, optional `user`, `call` | the request of this type was done |
//! | `ERROR` | server | `code`, `text`, optional `request`, `user` | it was not; see [`ErrorCode`] |
//!
//! Requests are answered in the order in which they were sent, but for `REJOIN_CALL`. What is relayed
//! (`OFFER`, `ANSWER`, `SDP`, `CANDIDATE`) is answered only if it cannot be. If two users invite each
//! other at once, the invitation that reaches the server first is the call and the other counts as
//! its acceptance: its sender, who had `INCOMING_CALL` before that `OK`, is the callee.
//!
//! An accepted call outlives a lost connection for a while. Whoever is back logs in, by `RESUME`,
//! and sends `REJOIN_CALL`: the answer is `OK`, and what the other party sent meanwhile follows. A
//! server that began anew knows nothing of the call, so it waits until both parties say that it
//! stands. If the other does not in time, the answer is `CALL_ENDED`.
//!
//! In a WebSocket (RFC 6455) each text message is one body, without a length before it.
//!
//! Left out: what a relayed message needs to be sent again. One that was on its way when a
//! connection broke may be lost, and the two parties negotiate anew.

mod body_writer;
mod call_end_reason;
mod call_number;
pub mod client;
mod credentials;
mod decode_error;
mod encode;
mod error_code;
mod error_message;
mod escape;
mod fields;
mod frame_decoder;
mod frame_error;
mod frame_too_long;
pub mod limits;
mod message;
mod message_body;
mod message_error;
mod message_type;
mod missed_call;
mod password;
mod session_body;
mod special_places;
mod token;
mod token_error;
mod user_list;
mod user_list_kind;
mod user_presence;
mod user_state;
mod version;

pub use call_end_reason::CallEndReason;
pub use call_number::CallNumber;
pub use credentials::Credentials;
pub use decode_error::DecodeError;
pub use encode::encode;
pub use error_code::ErrorCode;
pub use error_message::ErrorMessage;
pub use frame_decoder::FrameDecoder;
pub use frame_error::FrameError;
pub use frame_too_long::FrameTooLong;
pub use message::Message;
pub use message_error::MessageError;
pub use message_type::MessageType;
pub use missed_call::MissedCall;
pub use password::Password;
pub use token::Token;
pub use token_error::TokenError;
pub use user_list::UserList;
pub use user_list_kind::UserListKind;
pub use user_presence::UserPresence;
pub use user_state::UserState;
pub use version::PROTOCOL_VERSION;
