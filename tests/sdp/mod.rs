//! Session descriptions: reading what others write, and round trips.

mod accessors;
mod candidates;
mod round_trips;
