//! The media engine against itself: whole streams through plain paths and bad ones.

mod bad_paths;
mod end_to_end;
mod feedback;
mod hostile;
mod network;
mod pair;
mod playout;
mod repair;
mod repair_mode;
mod routing;
mod stream;
mod video;
