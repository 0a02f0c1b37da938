//! What is known of a server's certificate before it is asked.

use std::path::PathBuf;

use roomrtc_io_mio::{CertificateFingerprint, StreamClosure, StreamSecurity, TlsFault};

/// How a server is known, and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerTrust {
    /// The server as the user has named it, `host:port`.
    pub server: String,
    /// Whether it is reached without TLS.
    pub is_plain: bool,
    /// The certificate that the user has given for it.
    pub given: Option<CertificateFingerprint>,
    /// The certificate that was kept of it.
    pub kept: Option<CertificateFingerprint>,
    /// Where certificates are kept; `None` if nothing is.
    pub path: Option<PathBuf>,
}

impl ServerTrust {
    /// A server without TLS.
    pub fn plain(server: &str) -> ServerTrust {
        let server = server.to_owned();
        ServerTrust { server, is_plain: true, given: None, kept: None, path: None }
    }

    /// What the user says stands above what was kept.
    pub fn security(&self) -> StreamSecurity {
        match self.is_plain {
            true => StreamSecurity::Plain,
            false => StreamSecurity::Tls { pin: self.given.or(self.kept) },
        }
    }

    /// Whether a certificate that was taken is still to be kept.
    pub fn is_to_keep(&self, taken: CertificateFingerprint) -> bool {
        self.path.is_some() && self.kept != Some(taken)
    }

    /// What is said of a certificate that was taken; nothing if it was known.
    pub fn first_use(&self, taken: CertificateFingerprint) -> Option<String> {
        let ServerTrust { server, given, kept, path, .. } = self;
        let path = path.as_ref().filter(|_| given.is_none() && kept.is_none())?;
        Some(format!(
            "first connection to {server}: its certificate has the SHA-256 fingerprint {taken}. It is \
             kept in {}, and no other is taken from now on",
            path.display()
        ))
    }

    /// Why there is no connection, where that is a matter of trust.
    pub fn refusal(&self, closure: StreamClosure) -> Option<String> {
        let ServerTrust { server, given, kept, .. } = self;
        match (closure, given, kept) {
            (StreamClosure::WrongCertificate(found), Some(given), _) => Some(format!(
                "{server} has the certificate {found}, which is not the one that was given: {given}. \
                 Somebody may be in between, so nothing was sent"
            )),
            (StreamClosure::WrongCertificate(found), None, Some(kept)) => Some(format!(
                "the certificate of {server} has changed: it was {kept} and is {found}. Somebody may \
                 be in between, so nothing was sent. If its operator has changed it, start once with \
                 --forget-server, or with --fingerprint and what the operator says"
            )),
            (StreamClosure::WrongCertificate(found), None, None) => Some(format!(
                "the certificate of {server} has changed while this program runs: it is {found}. \
                 Somebody may be in between, so nothing was sent"
            )),
            (StreamClosure::Tls(TlsFault::NotTls), ..) => {
                Some(format!("{server} does not speak TLS; --plain connects without"))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trust(given: Option<&[u8]>, kept: Option<&[u8]>) -> ServerTrust {
        let [given, kept] = [given, kept].map(|bytes| bytes.map(CertificateFingerprint::of));
        let path = Some(PathBuf::from("/x/servers.toml"));
        ServerTrust { is_plain: false, given, kept, path, ..ServerTrust::plain("a:1") }
    }

    #[test]
    fn what_is_given_stands_above_what_was_kept() {
        let [one, two] = [b"1", b"2"].map(|bytes| CertificateFingerprint::of(bytes));
        let both = trust(Some(b"1"), Some(b"2"));
        assert_eq!(both.security(), StreamSecurity::Tls { pin: Some(one) });
        assert!(both.is_to_keep(one) && both.first_use(one).is_none());
        let kept = trust(None, Some(b"2"));
        assert_eq!(kept.security(), StreamSecurity::Tls { pin: Some(two) });
        assert!(!kept.is_to_keep(two));
        assert_eq!(ServerTrust::plain("a:1").security(), StreamSecurity::Plain);
    }

    #[test]
    fn the_first_use_is_told_with_the_fingerprint() {
        let taken = CertificateFingerprint::of(b"1");
        let said = trust(None, None).first_use(taken).expect("a sentence");
        assert!(said.contains(&taken.to_string()) && said.contains("/x/servers.toml"), "{said}");
    }

    #[test]
    fn a_changed_certificate_gets_a_sentence_with_the_way_out() {
        let closure = StreamClosure::WrongCertificate(CertificateFingerprint::of(b"3"));
        let changed = trust(None, Some(b"2")).refusal(closure).expect("a sentence");
        assert!(
            changed.contains("has changed") && changed.contains("--forget-server"),
            "{changed}"
        );
        let wrong = trust(Some(b"1"), Some(b"2")).refusal(closure).expect("a sentence");
        assert!(wrong.contains("not the one that was given"), "{wrong}");
        let plain = trust(None, None).refusal(StreamClosure::Tls(TlsFault::NotTls));
        assert!(plain.is_some_and(|said| said.contains("--plain")));
        assert_eq!(trust(None, None).refusal(StreamClosure::Remote), None);
    }
}
