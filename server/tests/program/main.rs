//! The program `roomrtc-server` as its users run it.

mod backup;
mod certificate;
mod check;
mod descriptors;
mod import;
mod kills;
mod operator;
mod program;
mod refusals;
mod session;
mod users;
