//! The certificate of this installation.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use roomrtc_core::base::Seed;
use roomrtc_core::crypto::{Certificate, PeerCertificate, PublicKey};

use super::identity_text::IdentityText;
use super::{FileFault, IdentityError, replacing};

/// What the streams that the key is drawn from are derived by.
const NAME: &str = "installation";

/// The file `identity.toml`, which only its owner can read. The certificate in it is shown in every call, so
/// that others know this installation again.
#[derive(Clone, Debug)]
pub struct IdentityFile {
    path: PathBuf,
}

impl IdentityFile {
    /// The one in this folder.
    pub fn new(folder: &Path) -> IdentityFile {
        IdentityFile { path: folder.join("identity.toml") }
    }

    /// The certificate that is kept. If there is none yet one is made, of `secret`, 32 random bytes, at
    /// `unix_seconds`, and kept. One that cannot be used is replaced, which comes with the reason.
    pub fn open(
        &self,
        unix_seconds: i64,
        secret: [u8; 32],
    ) -> (Certificate, Option<IdentityError>) {
        match self.read() {
            Ok(Some(certificate)) => (certificate, None),
            Ok(None) => {
                let (certificate, kept) = self.make(unix_seconds, secret);
                (certificate, kept.err().map(IdentityError::NotKept))
            }
            Err(fault) => {
                let (certificate, kept) = self.make(unix_seconds, secret);
                let error =
                    kept.map_or_else(IdentityError::NotKept, |()| IdentityError::MadeAnew(fault));
                (certificate, Some(error))
            }
        }
    }

    fn read(&self) -> Result<Option<Certificate>, FileFault> {
        let Some(text) = replacing::read_secret(&self.path)? else { return Ok(None) };
        let damaged = || FileFault::damaged(&self.path);
        let text: IdentityText = toml::from_str(&text).map_err(|_| damaged())?;
        let der = bytes(&text.certificate).ok_or_else(damaged)?;
        let secret: [u8; 32] =
            bytes(&text.secret).and_then(|bytes| bytes.try_into().ok()).ok_or_else(damaged)?;
        let certificate = Certificate::stand_in(&der, &mut Seed::from_bytes(secret).stream(NAME));
        // The key has to be the certificate's own.
        let parsed = PeerCertificate::parse(&der).map_err(|_| damaged())?;
        match parsed.public_key() {
            PublicKey::Secp256r1(point) if point == certificate.signing_key().public_key() => {
                Ok(Some(certificate))
            }
            _ => Err(damaged()),
        }
    }

    fn make(&self, unix_seconds: i64, secret: [u8; 32]) -> (Certificate, Result<(), FileFault>) {
        let certificate =
            Certificate::generate(unix_seconds, &mut Seed::from_bytes(secret).stream(NAME));
        let text = IdentityText { certificate: hex(certificate.der()), secret: hex(&secret) };
        let kept = toml::to_string(&text)
            .map_err(|_| FileFault::damaged(&self.path))
            .and_then(|text| replacing::replace(&self.path, &text));
        (certificate, kept)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a text always succeeds.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pairs = hex.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()).collect()
}
