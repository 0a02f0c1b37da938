//! A moving test card.
//!
//! Colour bars, a disc that bounces over them, a scrolling ramp of grey, and the time and number
//! in digits. The top is left free for a [`crate::block_code::BlockCode`]. Everything follows from
//! the picture's size, position and capture time by integer arithmetic, so that a receiver can
//! draw the picture that was sent and compare.

#[cfg(test)]
mod coded_cards;
mod glyphs;
#[allow(clippy::module_inception)]
mod test_card;
mod text;

#[cfg(test)]
pub(crate) use coded_cards::{card, frames};
pub use test_card::TestCard;
