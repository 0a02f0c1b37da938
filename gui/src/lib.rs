//! The Room RTC client and its headless subcommands.
//!
//! [`client`] is a client of a call: pure state, and the threads around it. [`program`] runs
//! scripts of what clients do; most subcommands are one: [`demo`], [`peer`], [`call`]. [`card`] writes
//! a file for others to send. [`report`] is what is written down of a call, [`statistics`] the same in
//! the words of the W3C; [`recording`] is the file a call can be done again from; [`pins`] is the file
//! that servers' certificates are kept in. The window comes
//! later and will stand beside the subcommands.

pub mod call;
pub mod card;
pub mod cli;
pub mod client;
pub mod demo;
pub mod impairment;
pub mod measure;
pub mod peer;
pub mod pins;
pub mod program;
pub mod recording;
pub mod report;
pub mod statistics;
