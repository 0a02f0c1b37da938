//! How long things may be. Both sides keep to them: the client before it sends, the server before
//! it relays.

use crate::sdp::CandidateInit;

/// Longest body of a frame, in bytes.
///
/// Holds the longest description even if every byte of it has to be escaped.
pub const MAX_BODY: usize = 128 * 1024;

/// Longest body of a frame from a connection that is not logged in, in bytes.
pub const MAX_BODY_BEFORE_LOGIN: usize = 2 * 1024;

/// Longest session description, in bytes before escaping.
pub const MAX_SDP: usize = 32 * 1024;

/// Longest candidate attribute, identification tag or user fragment, in bytes before escaping.
pub const MAX_CANDIDATE: usize = 1024;

/// Longest user name, in bytes.
pub const MAX_USER_NAME: usize = 32;

/// Shortest password, in characters.
pub const MIN_PASSWORD: usize = 8;

/// Longest password, in bytes.
pub const MAX_PASSWORD: usize = 256;

/// Longest session token or invitation code, in bytes.
pub const MAX_TOKEN: usize = 128;

/// Longest name that a guest can go by, in bytes. It has at least one.
pub const MAX_GUEST_NAME: usize = 64;

/// What the names of guests begin with. No account can have such a name.
pub const GUEST_PREFIX: &str = "guest-";

/// Longest name of a client's program, in bytes, that a server takes note of.
pub const MAX_PROGRAM: usize = 64;

/// Most users in one `USER_LIST`; a longer list takes several.
pub const MAX_USERS_IN_LIST: usize = 512;

/// Most characters of the sentence of an `ERROR` that a client keeps.
pub const MAX_SENTENCE: usize = 512;

/// The length of the longest text of a candidate, in bytes; to compare with [`MAX_CANDIDATE`].
pub fn longest_text(candidate: &CandidateInit) -> usize {
    let optional = [&candidate.sdp_mid, &candidate.username_fragment];
    let texts = optional.into_iter().flatten().chain([&candidate.candidate]);
    texts.map(String::len).max().unwrap_or_default()
}
