//! A password that is being checked.

use std::net::IpAddr;

/// What a check of a password counts against if it is wrong.
#[derive(Clone, Debug)]
pub(super) struct Guess {
    /// The account's name, whether there is one or not.
    pub(super) user: String,
    /// The group of addresses it comes from.
    pub(super) address: IpAddr,
    /// Whether the user has logged in from there before: then it does not count against the
    /// account, so that nobody is kept out by what others guess elsewhere.
    pub(super) is_known: bool,
}
