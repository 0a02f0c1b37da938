//! The real programs, as processes: calls between them, and what they say when something is wrong.

mod calibration;
mod calls;
mod demo;
mod peers;
mod recordings;
mod sentences;
mod videos;
