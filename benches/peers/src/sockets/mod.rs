//! Over real sockets on the loopback interface, one thread doing both ends.

mod calls;
mod loopback;
mod socket_rows;

pub use socket_rows::rows;
