//! The program `roomrtc-server` as its users run it.

mod backup;
mod busy_user;
mod certificate;
mod check;
mod client;
mod descriptors;
mod dice;
mod import;
mod kills;
mod operator;
mod program;
mod refusals;
mod session;
mod users;
mod wish;
