//! How a session ended.

use roomrtc_core::session::Statistics;
use xxhash_rust::xxh3::xxh3_64;

use super::ReadError;

/// Appends the hash of everything that the session has counted.
pub(super) fn write(statistics: &Statistics, output: &mut Vec<u8>) {
    output.extend_from_slice(&hash(statistics).to_be_bytes());
}

/// Reads what [`write`] has appended.
///
/// # Errors
/// [`ReadError::Malformed`] if it is something else.
pub(super) fn read(content: &[u8]) -> Result<u64, ReadError> {
    let bytes = content.try_into().map_err(|_| ReadError::Malformed)?;
    Ok(u64::from_be_bytes(bytes))
}

/// The hash of everything that a session has counted.
pub(super) fn hash(statistics: &Statistics) -> u64 {
    xxh3_64(format!("{statistics:?}").as_bytes())
}
