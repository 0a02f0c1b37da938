//! A seeded simulator: the same core as in production, in a virtual network and in virtual time.
//!
//! One seed gives one run, byte for byte, on every machine. This crate has no clock, no socket, no
//! thread and no file; the program `roomrtc-sim` in `sim/program/` brings those.

pub mod attacker;
pub mod client;
pub mod clock;
pub mod dissect;
pub mod engine;
pub mod event;
pub mod figures;
pub mod ledger;
pub mod link;
pub mod media;
pub mod nat;
pub mod network;
pub mod oracle;
pub mod quantity;
pub mod reachability;
pub mod recording;
pub mod report;
pub mod run;
pub mod scenario;
pub mod shrink;
pub mod signaling;
pub mod simulation;
pub mod stun_server;
pub mod topology;
pub mod trace;
