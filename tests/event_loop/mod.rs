//! The event loop on real loopback sockets: bursts, errors, wake-ups, streams.

mod bursts;
mod datagram_errors;
mod running_loop;
mod start;
mod streams;
mod test_command;
mod test_endpoint;
mod test_event;
mod wakeups;
