//! The real programs, as processes: calls between them, and what they say when something is wrong.

mod calibration;
mod calls;
mod demo;
mod families;
mod peer_call;
mod peer_commands;
mod peer_ends;
mod peer_lines;
mod peers;
mod recordings;
mod running_server;
mod sentences;
mod trust;
mod videos;
