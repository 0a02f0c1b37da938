//! The real programs, as processes: calls between them, and what they say when something is wrong.

mod calibration;
mod calls;
mod demo;
mod namespaces;
mod peers;
mod programs;
mod recordings;
mod running_program;
mod sentences;
mod videos;
