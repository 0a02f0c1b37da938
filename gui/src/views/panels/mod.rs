//! What opens beside a screen or above it.
//!
//! Statistics, log, call doctor and safety number stand [`beside`] the screen, so that the call stays in
//! sight; in a narrow window they take the lower half. Settings, account, camera check, sharing and the sheet
//! of shortcuts come [`above`] it. One panel is open at a time; the escape key closes it.

mod above;
mod account;
mod account_fields;
mod beside;
pub mod devices;
mod doctor;
mod log;
mod openers;
mod plots;
mod safety;
mod settings;
mod share;
mod shortcuts;
mod statistics;

pub use above::above;
pub use account_fields::AccountFields;
pub use beside::beside;
pub use openers::{openers, toggled};
