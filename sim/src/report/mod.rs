//! What is shown of a run, for people and for programs.
//!
//! An [`Account`] is all there is to report; [`html`] makes one page of it, [`json`] one object,
//! [`lines`] a line for every event, [`story`] a few for a person, and [`capture`] a file that Wireshark opens.

mod account;
pub mod capture;
mod check;
pub mod html;
pub mod json;
mod lines;
pub mod story;

pub use account::Account;
pub use check::Check;
pub use lines::lines;
