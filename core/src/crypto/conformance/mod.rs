//! One suite that every provider passes: published vectors, what must be refused, and the same
//! bytes from all.

mod aead;
mod counter_mode;
mod hashes;
mod key_exchanges;
mod providers;
mod rsa_signatures;
mod signatures;
