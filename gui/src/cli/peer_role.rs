//! Which end of a call.

/// Which of the two descriptions this end makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum PeerRole {
    /// Make an offer and read an answer.
    Offer,
    /// Read an offer and make an answer.
    Answer,
}
