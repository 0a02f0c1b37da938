//! The keys of epoch 1.

use super::{MasterSecret, Parameters};
use crate::crypto::{CryptoError, Witness};
use crate::dtls::record::RecordProtection;

/// The keys of both directions, RFC 5246 section 6.3.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct RecordKeys {
    /// What the client protects with.
    pub(in crate::dtls) client: RecordProtection,
    /// What the server protects with.
    pub(in crate::dtls) server: RecordProtection,
}

/// Bytes of the largest key block: two keys of 32 bytes and two salts of 4.
const LARGEST: usize = 72;

impl RecordKeys {
    /// The keys that follow from the master secret. `witness` is shown what they protect.
    ///
    /// # Errors
    /// That of the provider if it does not take a key.
    pub(in crate::dtls) fn derive(
        master: &MasterSecret,
        parameters: &Parameters,
        witness: &Witness,
    ) -> Result<RecordKeys, CryptoError> {
        let algorithm = parameters.cipher_suite.aead();
        let length = algorithm.key_length();
        let mut block = [0; LARGEST];
        let block = &mut block[..2 * length + 8];
        master.expand(b"key expansion", &parameters.server_then_client(), block);
        let (keys, salts) = block.split_at(2 * length);
        let (client_key, server_key) = keys.split_at(length);
        let (client_salt, server_salt) = salts.split_at(4);
        let protection = |key: &[u8], salt: &[u8]| {
            let key = master.provider().aead(algorithm, key)?;
            let salt = salt.try_into().map_err(|_| CryptoError::InvalidKey)?;
            Ok(RecordProtection::new(key, salt).seen_by(witness.clone()))
        };
        Ok(RecordKeys {
            client: protection(client_key, client_salt)?,
            server: protection(server_key, server_salt)?,
        })
    }
}
