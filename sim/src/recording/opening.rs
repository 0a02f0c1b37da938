//! How a session began.

use roomrtc_core::base::{Seed, SessionSeed, Time};
use roomrtc_core::crypto::Certificate;
use roomrtc_core::session::PeerConfig;
use roomrtc_core::wire::ByteReader;

use super::input_reading::{read_flag, read_text};
use super::{Content, Disclosure, ReadError, config_bytes, numbers};

/// How a session began: all that its outputs follow from besides its inputs.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The version of Room RTC that recorded it.
    pub version: String,
    /// Whose session it is.
    pub name: String,
    /// How much the recording holds.
    pub disclosure: Disclosure,
    /// The cryptographic library that was used. The outputs do not depend on it.
    pub provider: String,
    /// When the session began.
    pub begins: Time,
    /// How the session was configured. Provider, certificate and witness are not part of it.
    pub config: PeerConfig,
    /// What everything public is drawn from.
    pub(super) public: Seed,
    /// What keys are drawn from, where the recording holds keys.
    pub(super) secret: Option<Seed>,
    /// Whether the certificate follows from the seed.
    pub(super) is_certificate_drawn: bool,
    /// The certificate in DER.
    pub(super) certificate: Vec<u8>,
}

impl Opening {
    /// Appends everything.
    pub(super) fn write(&self, output: &mut Vec<u8>) {
        numbers::write_bytes(self.version.as_bytes(), output);
        numbers::write_bytes(self.name.as_bytes(), output);
        output.push(self.disclosure.code());
        numbers::write_bytes(self.provider.as_bytes(), output);
        numbers::write(self.begins.as_nanos(), output);
        config_bytes::write(&self.config, output);
        output.extend_from_slice(self.public.bytes());
        output.push(u8::from(self.secret.is_some()));
        if let Some(secret) = &self.secret {
            output.extend_from_slice(secret.bytes());
        }
        output.push(u8::from(self.is_certificate_drawn));
        numbers::write_bytes(&self.certificate, output);
    }

    /// Reads what [`Opening::write`] has appended.
    ///
    /// # Errors
    /// [`ReadError::Malformed`] if it is something else.
    pub(super) fn read(content: &[u8]) -> Result<Opening, ReadError> {
        let reader = &mut ByteReader::new(content);
        let (version, name) = (read_text(reader)?, read_text(reader)?);
        let disclosure = Disclosure::from_code(reader.u8()?).ok_or(ReadError::Malformed)?;
        let provider = read_text(reader)?;
        let begins = Time::from_nanos(numbers::read(reader)?);
        let config = config_bytes::read(reader)?;
        let public = Seed::from_bytes(reader.array()?);
        let secret =
            if read_flag(reader)? { Some(Seed::from_bytes(reader.array()?)) } else { None };
        let is_certificate_drawn = read_flag(reader)?;
        let certificate = numbers::read_bytes(reader)?.to_vec();
        if secret.is_some() != disclosure.has_keys() || !reader.is_empty() {
            return Err(ReadError::Malformed);
        }
        Ok(Opening {
            version,
            name,
            disclosure,
            provider,
            begins,
            config,
            public,
            secret,
            is_certificate_drawn,
            certificate,
        })
    }

    /// What of plain text is held.
    pub(super) fn content(&self) -> Content {
        let hands_over_packets = self.config.hands_over_packets;
        Content { disclosure: self.disclosure, hands_over_packets, retransmissions: 0 }
    }

    /// The seed of a session that does the same: without keys, with others in their place.
    pub(super) fn seed(&self) -> SessionSeed {
        let substitute = || self.public.derive("substitute");
        let secret = self.secret.clone().unwrap_or_else(substitute);
        SessionSeed { public: self.public.clone(), secret }
    }

    /// The certificate of a session that does the same; `None` if it draws the true one itself.
    pub(super) fn stand_in(&self) -> Option<Certificate> {
        if self.secret.is_some() && self.is_certificate_drawn {
            return None;
        }
        let mut random = self.public.stream("stand-in");
        Some(Certificate::stand_in(&self.certificate, &mut random))
    }
}
