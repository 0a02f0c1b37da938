//! "Try it here": a server within this program.
//!
//! It is the real server, on a loopback address and a port of the system's choice, with its accounts in a
//! folder of their own; the echo contact beside it makes the user's account and its own. Their passwords are
//! drawn at the first start and kept in that folder, for its owner to read.
//!
//! Left out: a server for other machines, which is `roomrtc-server`'s.

mod local_accounts;
mod local_error;
mod local_room;

pub(super) use local_error::LocalError;
pub(super) use local_room::LocalRoom;

use local_accounts::LocalAccounts;
