//! What the server chooses from the client's offer.

use crate::crypto::{KeyAlgorithm, NamedGroup, SignatureScheme};
use crate::dtls::handshake::ClientHello;
use crate::dtls::handshake::extension::{
    EcPointFormats, ExtendedMasterSecret, RenegotiationInfo, SignatureAlgorithms, SupportedGroups,
    SupportedVersions, UseSrtp,
};
use crate::dtls::v12::{CipherSuite, StepError, signature_schemes};
use crate::dtls::{Config, Failure, ProtocolVersion};

/// The server's choice. Where both know several, the server's own preference decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::dtls) struct Selection {
    pub(super) cipher_suite: CipherSuite,
    pub(super) group: NamedGroup,
    pub(super) scheme: SignatureScheme,
    pub(super) srtp_profile: Option<u16>,
    pub(super) extended_master_secret: bool,
    /// Whether the client knows renegotiation_info, and is to be answered.
    pub(super) renegotiation_info: bool,
    /// Whether the client has said which point formats it knows, and is to be answered.
    pub(super) point_formats: bool,
}

impl Selection {
    /// Chooses from what `hello` offers.
    ///
    /// # Errors
    /// The failure that the handshake ends with where there is nothing in common, or a drop if an
    /// extension cannot be read.
    pub(super) fn choose(config: &Config, hello: &ClientHello) -> Result<Selection, StepError> {
        check_version(hello)?;
        if !hello.compression_methods.contains(&0) {
            return Err(Failure::IllegalParameter.into());
        }
        Ok(Selection {
            cipher_suite: cipher_suite(config, hello)?,
            group: group(config, hello)?,
            scheme: scheme(hello)?,
            srtp_profile: srtp_profile(config, hello)?,
            extended_master_secret: hello.extensions.find::<ExtendedMasterSecret>()?.is_some(),
            renegotiation_info: renegotiation_info(hello)?,
            point_formats: point_formats(hello)?,
        })
    }
}

fn first<T: Copy>(
    mut preferred: impl Iterator<Item = T>,
    is_offered: impl Fn(T) -> bool,
) -> Option<T> {
    preferred.find(|it| is_offered(*it))
}

/// A client that speaks 1.3 only says so in supported_versions; one that speaks an older version only
/// in its version field. Versions count downwards.
fn check_version(hello: &ClientHello) -> Result<(), StepError> {
    let ours = ProtocolVersion::Dtls12.code();
    let listed = hello.extensions.find::<SupportedVersions>()?;
    let is_listed = listed.is_none_or(|listed| listed.versions.contains(&ours));
    if hello.version >> 8 == ours >> 8 && hello.version <= ours && is_listed {
        return Ok(());
    }
    Err(Failure::UnsupportedVersion.into())
}

/// Our certificate is of ECDSA: only its suites come into question.
fn cipher_suite(config: &Config, hello: &ClientHello) -> Result<CipherSuite, StepError> {
    let suites = config.cipher_suites.iter().copied();
    let ours = suites.filter(|suite| suite.key_algorithm() == KeyAlgorithm::Ecdsa);
    let chosen = first(ours, |suite| hello.cipher_suites.contains(&suite.code()));
    Ok(chosen.ok_or(Failure::NoCommonCipherSuite)?)
}

/// A client that does not say which groups it knows leaves it to the server, RFC 8422 section 4.
fn group(config: &Config, hello: &ClientHello) -> Result<NamedGroup, StepError> {
    let offered = hello.extensions.find::<SupportedGroups>()?;
    let is_offered = |group: NamedGroup| match &offered {
        Some(offered) => offered.groups.contains(&group.code()),
        None => group == NamedGroup::Secp256r1,
    };
    let groups = config.groups.iter().copied();
    Ok(first(groups, is_offered).ok_or(Failure::NoCommonGroup)?)
}

/// A client that does not say which signatures it takes means SHA-1 (RFC 5246 section 7.4.1.4.1), which
/// we do not make.
fn scheme(hello: &ClientHello) -> Result<SignatureScheme, StepError> {
    let taken = hello.extensions.find::<SignatureAlgorithms>()?;
    let chosen = taken.and_then(|taken| signature_schemes::choose(&taken.schemes));
    Ok(chosen.ok_or(Failure::NoCommonSignatureScheme)?)
}

fn srtp_profile(config: &Config, hello: &ClientHello) -> Result<Option<u16>, StepError> {
    if config.srtp_profiles.is_empty() {
        return Ok(None);
    }
    let offered = hello.extensions.find::<UseSrtp>()?.map(|it| it.profiles).unwrap_or_default();
    let chosen = first(config.srtp_profiles.iter().copied(), |it| offered.contains(&it));
    Ok(Some(chosen.ok_or(Failure::NoCommonSrtpProfile)?))
}

fn renegotiation_info(hello: &ClientHello) -> Result<bool, StepError> {
    let info = hello.extensions.find::<RenegotiationInfo>()?;
    if info.as_ref().is_some_and(|info| !info.renegotiated_connection.is_empty()) {
        return Err(Failure::SecureRenegotiation.into());
    }
    let signalled = hello.cipher_suites.contains(&ClientHello::EMPTY_RENEGOTIATION_INFO_SCSV);
    Ok(info.is_some() || signalled)
}

fn point_formats(hello: &ClientHello) -> Result<bool, StepError> {
    match hello.extensions.find::<EcPointFormats>()? {
        None => Ok(false),
        Some(it) if it.formats.contains(&EcPointFormats::UNCOMPRESSED) => Ok(true),
        Some(_) => Err(Failure::IllegalParameter.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::crypto::{Certificate, default_provider};
    use crate::dtls::Role;
    use crate::dtls::handshake::extension::Extensions;

    fn chosen(suites: &[u16], schemes: &[u16]) -> Result<CipherSuite, StepError> {
        let certificate = Certificate::generate(0, &mut Seed::from_u64(1).stream("certificate"));
        let mut config = Config::new(Role::Server, default_provider(), certificate);
        // Those of RSA first, which does not help them.
        config.cipher_suites.reverse();
        let mut extensions = Extensions::default();
        extensions.push(&SignatureAlgorithms { schemes: schemes.to_vec() });
        let hello = ClientHello {
            version: ProtocolVersion::Dtls12.code(),
            random: [0; 32],
            session_id: vec![],
            cookie: vec![],
            cipher_suites: suites.to_vec(),
            compression_methods: vec![0],
            extensions,
        };
        Selection::choose(&config, &hello).map(|selection| selection.cipher_suite)
    }

    #[test]
    fn a_suite_of_rsa_is_never_chosen() {
        let schemes = [0x0804, 0x0401, 0x0403];
        let ours = CipherSuite::EcdheEcdsaAes128GcmSha256;
        assert_eq!(chosen(&[0xc030, 0xc02f, 0xc02b], &schemes), Ok(ours));
        let none = Err(Failure::NoCommonCipherSuite.into());
        assert_eq!(chosen(&[0xc030, 0xc02f], &schemes), none);
    }

    #[test]
    fn a_client_that_takes_signatures_of_rsa_only_is_refused() {
        let none = Err(Failure::NoCommonSignatureScheme.into());
        assert_eq!(chosen(&[0xc02f, 0xc02b], &[0x0804, 0x0401]), none);
    }
}
