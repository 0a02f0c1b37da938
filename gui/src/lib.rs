//! The Room RTC client and its headless subcommands.
//!
//! [`client`] is a client of a call: pure state, and the threads around it. [`program`] runs
//! scripts of what clients do; each subcommand is one: [`demo`], [`peer`], [`call`]. [`report`] is
//! what they write down; [`recording`] is the file a call can be done again from. The window comes later and will stand beside the subcommands.

pub mod call;
pub mod cli;
pub mod client;
pub mod demo;
pub mod impairment;
pub mod measure;
pub mod peer;
pub mod program;
pub mod recording;
pub mod report;
