//! STUN messages under arbitrary and mutated bytes.

mod properties;
