//! The state behind the window, with anything done and told in any order: alone, and two or three of them
//! with their real clients at the real hub.

mod actions;
mod alone;
mod news;
mod rules;
mod step;
mod together;
mod witness;
