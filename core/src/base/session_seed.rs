//! The seed of a session, in two parts.

use super::Seed;

/// The seed of a session, parted by what is drawn from it.
///
/// Neither part tells anything of the other, so the public one may be written down where the
/// secret one must not be: in the recording of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionSeed {
    /// What the wire or the signalling shows anyway is drawn from it: ICE credentials and
    /// transaction identifiers, handshake randoms, sources, sequence numbers and timestamps; and
    /// the times of reports.
    pub public: Seed,
    /// Private keys are drawn from it.
    pub secret: Seed,
}

impl From<Seed> for SessionSeed {
    fn from(seed: Seed) -> SessionSeed {
        SessionSeed::from(&seed)
    }
}

impl From<&Seed> for SessionSeed {
    fn from(seed: &Seed) -> SessionSeed {
        SessionSeed { public: seed.derive("public"), secret: seed.derive("secret") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_differ_and_follow_from_the_seed() {
        let parts = SessionSeed::from(Seed::from_u64(1));
        assert_ne!(parts.public, parts.secret);
        assert_eq!(parts, SessionSeed::from(&Seed::from_u64(1)));
        assert_ne!(parts, SessionSeed::from(&Seed::from_u64(2)));
    }
}
