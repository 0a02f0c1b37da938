//! What the key agreement has established.

use super::{Context, MasterSecret, Parameters, Peer, RecordKeys, StepError};
use crate::crypto::{KeyExchange, NamedGroup};
use crate::dtls::{Connected, ExportError, Failure, KeyLogLine, ProtocolVersion};

/// Parameters, peer and secret of an association.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct Established {
    pub(in crate::dtls) parameters: Parameters,
    pub(in crate::dtls) group: NamedGroup,
    pub(in crate::dtls) peer: Peer,
    pub(in crate::dtls) master: MasterSecret,
}

/// Labels that TLS itself uses, RFC 5705 section 4 and RFC 7627 section 4.
const RESERVED: [&str; 5] = [
    "client finished",
    "server finished",
    "master secret",
    "key expansion",
    "extended master secret",
];

impl Established {
    /// Agrees on the secret with the owner of the public key `share`, once the transcript ends with
    /// the ClientKeyExchange, and leaves the keys of epoch 1 in `context`.
    ///
    /// # Errors
    /// [`Failure::InvalidKeyShare`] if `share` is no public key of the group.
    pub(in crate::dtls) fn agree(
        parameters: &Parameters,
        peer: &Peer,
        exchange: &dyn KeyExchange,
        share: &[u8],
        context: &mut Context,
    ) -> Result<Established, StepError> {
        let premaster = exchange.agree(share).map_err(|_| Failure::InvalidKeyShare)?;
        let provider = context.config.provider;
        let master = MasterSecret::derive(provider, parameters, &premaster, &context.transcript);
        let keys = RecordKeys::derive(&master, parameters, &context.config.witness)
            .map_err(|_| Failure::Internal)?;
        context.outgoing.keys = Some(keys);
        Ok(Established {
            parameters: parameters.clone(),
            group: exchange.group(),
            peer: peer.clone(),
            master,
        })
    }

    /// What the application is told.
    pub(in crate::dtls) fn connected(&self) -> Connected {
        Connected {
            version: ProtocolVersion::Dtls12,
            cipher_suite: self.parameters.cipher_suite,
            group: self.group,
            srtp_profile: self.parameters.srtp_profile,
            extended_master_secret: self.parameters.extended_master_secret,
            peer_fingerprint: self.peer.fingerprint,
        }
    }

    /// The secret of the association.
    pub(in crate::dtls) fn key_log_line(&self) -> KeyLogLine {
        KeyLogLine {
            client_random: self.parameters.client_random,
            master_secret: self.master.reveal(),
        }
    }

    /// Keying material for another protocol, RFC 5705 section 4.
    ///
    /// # Errors
    /// [`ExportError`] for a label or a context that may not be used.
    pub(in crate::dtls) fn export(
        &self,
        label: &str,
        context: Option<&[u8]>,
        length: usize,
    ) -> Result<Vec<u8>, ExportError> {
        if RESERVED.contains(&label) {
            return Err(ExportError::ReservedLabel);
        }
        let mut seed = self.parameters.client_then_server().to_vec();
        if let Some(context) = context {
            let length = u16::try_from(context.len()).map_err(|_| ExportError::ContextTooLong)?;
            seed.extend_from_slice(&length.to_be_bytes());
            seed.extend_from_slice(context);
        }
        let mut output = vec![0; length];
        self.master.expand(label.as_bytes(), &seed, &mut output);
        Ok(output)
    }
}
