//! The event loop that drives the core with real sockets and the real clock.
