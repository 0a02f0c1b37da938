//! Randomness from the operating system.

use roomrtc_core::base::Seed;

/// The operating system gave no randomness.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gives no random bytes: {0}")]
pub struct EntropyError(String);

/// A fresh seed from the operating system.
///
/// # Errors
/// [`EntropyError`] where the system has no source of randomness.
pub fn seed() -> Result<Seed, EntropyError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| EntropyError(error.to_string()))?;
    Ok(Seed::from_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_seeds_differ() {
        assert_ne!(seed().expect("entropy"), seed().expect("entropy"));
    }
}
