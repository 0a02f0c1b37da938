//! The payload format of H.264: round trips, the RFC's structures, and bytes that are none.

mod properties;
mod structures;
