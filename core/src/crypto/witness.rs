//! The witness of a session, if it has one.

use std::sync::Arc;

use super::{CryptoError, Protected, SecretWitness};

/// The [`SecretWitness`] of a session, if it has one. Clones share it: what a clone of a session
/// does is seen by the witness of the original.
#[derive(Clone, Debug, Default)]
pub struct Witness(Option<Arc<dyn SecretWitness>>);

impl Witness {
    /// Has `witness` see and decide.
    pub fn new(witness: Arc<dyn SecretWitness>) -> Witness {
        Witness(Some(witness))
    }

    /// [`SecretWitness::shown`]; without a witness, `value` as it is.
    pub(crate) fn shown(&self, value: Vec<u8>) -> Vec<u8> {
        match &self.0 {
            None => value,
            Some(witness) => witness.shown(value),
        }
    }

    /// [`SecretWitness::compared`]; without a witness, `is_equal` as it is.
    pub(crate) fn compared(&self, is_equal: bool) -> bool {
        self.0.as_ref().map_or(is_equal, |witness| witness.compared(is_equal))
    }

    /// [`SecretWitness::opened`]; without a witness, `opened` as it is.
    ///
    /// # Errors
    /// [`CryptoError`] if the packet is to count as not authentic.
    pub(crate) fn opened(
        &self,
        protected: Protected,
        clear: usize,
        packet: &mut [u8],
        opened: Result<usize, CryptoError>,
    ) -> Result<usize, CryptoError> {
        match &self.0 {
            None => opened,
            Some(witness) => witness.opened(protected, clear, packet, opened),
        }
    }

    /// [`SecretWitness::sealed`]; nothing without a witness.
    pub(crate) fn sealed(&self, protected: Protected, index: u64, clear: usize, packet: &[u8]) {
        if let Some(witness) = &self.0 {
            witness.sealed(protected, index, clear, packet);
        }
    }
}
