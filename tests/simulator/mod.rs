//! The simulator with everything else: the scenarios that ship, and pictures.

mod encoded_card;
mod hashes;
mod invariance;
mod media_scenarios;
mod picture_viewer;
mod pixels;
mod seen_picture;
mod shipped;
mod shipping;
mod whole;
