//! The Room RTC client and its headless subcommands.
//!
//! [`client`] is a client of a call: pure state, and the threads around it. [`program`] runs
//! scripts of what clients do; most subcommands are one: [`demo`], [`peer`], [`call`]. [`card`] writes
//! a file for others to send. [`report`] is what is written down of a call, [`statistics`] the same in
//! the words of the W3C; [`recording`] is the file a call can be done again from; [`pins`] is the file
//! that servers' certificates are kept in. With the window there is `replay`: a recorded call on a timeline.
//!
//! [`desktop`] is what the window shows and what it does next, without a window; [`safety_number`] is what
//! two people read to each other to find somebody in between; [`catalogue`] has the words for all of it,
//! [`log`] what the program tells of itself, [`archive`] a report of all of it, and [`settings`] what is kept
//! from one start to the next. [`runtime`] does what the desktop wants done, and [`identity`] is the
//! certificate by which this installation is known.
//!
//! `window` opens the window, `views` are what is seen in it, and `video` draws the pictures.

pub mod archive;
pub mod call;
pub mod card;
pub mod catalogue;
pub mod cli;
pub mod client;
pub mod demo;
pub mod desktop;
pub mod identity;
pub mod impairment;
pub mod log;
pub mod measure;
pub mod peer;
pub mod pins;
pub mod program;
pub mod recording;
#[cfg(feature = "window")]
pub mod replay;
pub mod report;
pub mod runtime;
pub mod safety_number;
pub mod settings;
pub mod statistics;
#[cfg(feature = "window")]
pub mod video;
#[cfg(feature = "window")]
pub mod views;
#[cfg(feature = "window")]
pub mod window;
