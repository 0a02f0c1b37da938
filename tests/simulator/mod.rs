//! The simulator with everything else: the scenarios that ship, pictures, and any chain of links.

mod any_chain;
mod encoded_card;
mod hashes;
mod invariance;
mod links;
mod media_scenarios;
mod picture_viewer;
mod pixels;
mod seen_picture;
mod shipped;
mod shipping;
mod whole;
