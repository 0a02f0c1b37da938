//! What two people in a call read to each other, to find out whether somebody is in between.
//!
//! [`SafetyNumber`] is made of the fingerprints of both sides' certificates, so it is the same on both
//! sides if, and only if, each has a connection with the other's certificate. A server in the middle would
//! have to show each of the two a certificate of its own, and the numbers would differ.
//!
//! It is shown as 12 [`SafetyEmoji`] of 64, 72 bits, and as 40 digits, 132 bits. Somebody who wants equal
//! emoji can make certificates for both sides until two match, so what counts is half of the bits: 2 to the
//! power of 36 certificates, for each of which the hash is done 4,096 times. That is much and not out of
//! reach for everybody; whoever has to be sure reads the digits.
//!
//! Left out: the words of the emoji's names, which are in the catalogues; and a number for more than two.

mod safety_emoji;
#[expect(clippy::module_inception, reason = "the number is what the module is about")]
mod safety_number;

pub use safety_emoji::SafetyEmoji;
pub use safety_number::SafetyNumber;
