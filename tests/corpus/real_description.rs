//! A description that another stack has made.

use std::fs;
use std::path::Path;

use roomrtc_core::base::Seed;
use roomrtc_core::crypto::HashAlgorithm;
use roomrtc_core::negotiation::{
    Agreement, DtlsRole, IceCredentials, LocalTransport, MediaConfig, Negotiator, NegotiatorConfig,
};
use roomrtc_core::sdp::{Direction, Fingerprint, SessionDescription};
use walkdir::WalkDir;

/// A description that another stack has made.
#[derive(Clone, Debug)]
pub(super) struct RealDescription {
    /// The stack with its version, and what is described.
    pub(super) name: String,
    /// Whether it offers; it answers an offer of `roomrtc peer`, or of its own, if not.
    pub(super) is_offer: bool,
    pub(super) text: String,
}

impl RealDescription {
    /// All there are, in the order of their names.
    pub(super) fn all() -> Vec<RealDescription> {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/descriptions"));
        let files = WalkDir::new(root).sort_by_file_name().into_iter().map(|e| e.expect("a file"));
        let files = files.filter(|file| file.path().extension().is_some_and(|end| end == "sdp"));
        files.map(|file| RealDescription::read(root, file.path())).collect()
    }

    fn read(root: &Path, path: &Path) -> RealDescription {
        let name = path.with_extension("");
        let name = name.strip_prefix(root).expect("below").display().to_string();
        let (_, what) = name.split_once('/').expect("a folder");
        let is_offer = what.starts_with("offer-");
        assert!(is_offer || what.starts_with("answer-"), "{name}");
        let text = fs::read_to_string(path).expect("text");
        RealDescription { is_offer, name: name.replace('/', "__"), text }
    }

    /// What comes of it in words, whatever it is: our answer, or what an answer settles.
    pub(super) fn outcome(&self, text: &str) -> Result<(String, Agreement), String> {
        let description: SessionDescription =
            text.parse().map_err(|error| format!("not read: {error}"))?;
        let mut negotiator = negotiator();
        if self.is_offer {
            negotiator.apply_offer(&description).map_err(|error| format!("refused: {error}"))?;
            let (answer, agreement) = negotiator.create_answer(&transport()).expect("an answer");
            return Ok((answer.to_string(), agreement));
        }
        negotiator.create_offer(&transport()).expect("an offer");
        let agreement = negotiator.apply_answer(&description);
        agreement.map(|agreed| (String::new(), agreed)).map_err(|e| format!("refused: {e}"))
    }
}

/// One of ours with one video section.
fn negotiator() -> Negotiator {
    let media = MediaConfig {
        direction: Direction::SendReceive,
        ssrc: 1,
        retransmission_ssrc: 2,
        stream: "room".to_owned(),
        track: "video".to_owned(),
        formats: MediaConfig::default_formats(),
    };
    let config = NegotiatorConfig {
        cname: "cname".to_owned(),
        dtls_role: DtlsRole::Client,
        media: vec![media],
    };
    Negotiator::new(config, &Seed::from_u64(1))
}

fn transport() -> LocalTransport {
    LocalTransport {
        pacing: None,
        credentials: IceCredentials { ufrag: "ours".to_owned(), pwd: "0".repeat(22) },
        is_lite: false,
        candidates: Vec::new(),
        has_end_of_candidates: false,
        fingerprints: vec![Fingerprint { algorithm: HashAlgorithm::Sha256, digest: vec![7; 32] }],
    }
}
