//! The signalling server and what one would run in its place, under the same load.
//!
//! [`measuring::rows`] starts the servers one after the other on the loopback interface, each on a
//! core of its own where there are two, and drives them from one event loop on another:
//!
//! - [`contender`]: the servers, how they are started and what they are not told to do.
//! - [`attack`]: what strangers do to ours meanwhile, where that is what is measured.
//! - [`dialect`]: what a client says to each of them, without a socket.
//! - [`generator`]: the event loop. It holds no more than a window of messages for each connection.
//! - [`script`]: what the clients do in each measurement.
//! - [`row`]: what comes of it.
//! - [`machine`]: cores, open files and memory.
//!
//! All clients are in one process and know nothing of each other but what the servers tell them; every
//! relayed message is compared with what was sent. Memory is what the system counts for the server's
//! process: buffers of sockets in the kernel are not in it, for any of them.
//!
//! Left out: networks with delay and loss, servers on several machines, WebSocket to ours.

pub mod attack;
pub mod contender;
pub mod dialect;
pub mod generator;
pub mod machine;
pub mod measuring;
pub mod options;
pub mod row;
pub mod script;

pub use options::Options;
