//! A contact that sends one's picture back.
//!
//! It is a client like any other, with sockets, a handshake and codecs of its own: what comes back has been
//! encoded, encrypted, sent, decoded, and all that a second time. So a person alone can test camera, network
//! and encryption.
//!
//! Left out: sound; pictures that are encoded already, which are decoded and encoded again all the same.

mod echo_contact;
mod echo_script;
mod echo_source;

pub(super) use echo_contact::EchoContact;
