//! The media engine against itself: whole streams through plain paths and bad ones.

mod end_to_end;
mod feedback;
mod pair;
mod video;
