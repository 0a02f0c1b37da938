//! How long things may be. Both sides keep to them: the client before it sends, the server before
//! it relays.

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

/// Most users in one `USER_LIST`; a longer list takes several.
pub const MAX_USERS_IN_LIST: usize = 512;
