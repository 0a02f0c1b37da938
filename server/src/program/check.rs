//! `roomrtc-server check`.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use roomrtc_server::CertificateSource;
use roomrtc_server::accounts::{AccountStore, DataDirectory};
use roomrtc_server::transport::tls::Certificate;

use super::output;
use super::program_error::ProgramError;
use super::settings::Settings;

/// Says what is wrong with the settings file, the data directory, the database and the
/// certificate, a line each.
/// Nothing is changed. The settings were read without an error before.
pub(crate) fn run(config: Option<&Path>, settings: &Settings) -> Result<(), ProgramError> {
    let mut complaints = config.map(complain_of_config).unwrap_or_default();
    let data = settings.data();
    match DataDirectory::complaints(&data) {
        Ok(found) => complaints.extend(found),
        Err(error) => complaints.push(format!("cannot look at {}: {error}", data.display())),
    }
    if data.is_dir() {
        complaints.extend(check_accounts(&data));
    }
    complaints.extend(complain_of_certificate(settings, &data));
    for complaint in &complaints {
        output::line(format_args!("{complaint}"))?;
    }
    if complaints.is_empty() {
        output::line(format_args!("nothing is wrong"))
    } else {
        Err(ProgramError::FoundWrong(complaints.len()))
    }
}

/// Whoever can write the settings can have the server read and write elsewhere.
fn complain_of_config(path: &Path) -> Vec<String> {
    match path.metadata() {
        Ok(found) if found.mode() & 0o022 != 0 => {
            vec![format!("others than its owner may write {}", path.display())]
        }
        Ok(_) => Vec::new(),
        Err(error) => vec![format!("cannot look at {}: {error}", path.display())],
    }
}

/// The certificate of the settings, or the one that a server has made, if it has.
fn complain_of_certificate(settings: &Settings, data: &Path) -> Option<String> {
    let (certificate, key) = match settings.server().certificate {
        CertificateSource::Files { certificate, key } => (certificate, key),
        CertificateSource::Made => (data.join("tls/certificate.pem"), data.join("tls/key.pem")),
    };
    if settings.server().certificate == CertificateSource::Made && !certificate.exists() {
        return None;
    }
    let read = |path: &Path| {
        fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
    };
    let wrong = |error| format!("cannot use the certificate in {}: {error}", certificate.display());
    let usable = read(&certificate).and_then(|text| {
        let key = read(&key)?;
        Certificate::from_pem(&text, &key).map(drop).map_err(wrong)
    });
    let exposed = || {
        let mode = key.metadata().map_or(0, |found| found.mode());
        (mode & 0o077 != 0).then(|| format!("others than its owner may use {}", key.display()))
    };
    usable.err().or_else(exposed)
}

fn check_accounts(data: &Path) -> Vec<String> {
    let store = match DataDirectory::open_existing(data) {
        Ok(store) => store,
        Err(error) => return vec![error.to_string()],
    };
    match store.complaints().and_then(|complaints| store.names().map(|_| complaints)) {
        Ok(complaints) => complaints,
        Err(error) => vec![error.to_string()],
    }
}
