//! The signalling protocol between a client and the server.
