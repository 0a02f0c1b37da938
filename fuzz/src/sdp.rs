//! Session descriptions, RFC 8866, and their negotiation, RFC 8829.

use roomrtc_core::base::Seed;
use roomrtc_core::crypto::HashAlgorithm;
use roomrtc_core::negotiation::{
    DtlsRole, IceCredentials, LocalTransport, MediaConfig, Negotiator, NegotiatorConfig,
};
use roomrtc_core::sdp::{Candidate, Direction, Fingerprint, SessionDescription};

/// Reads a candidate or a description; takes the latter as an offer and as an answer.
pub fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    if let Ok(candidate) = text.parse::<Candidate>() {
        assert_eq!(candidate.to_string().parse(), Ok(candidate));
    }
    let Ok(description) = text.parse::<SessionDescription>() else {
        return;
    };
    assert_eq!(description.to_string().parse(), Ok(description.clone()));
    offer(&description);
    let mut offerer = negotiator();
    offerer.create_offer(&transport()).expect("an offer");
    let _ = offerer.apply_answer(&description);
}

/// Whatever is accepted can be answered, and then offered again.
fn offer(offer: &SessionDescription) {
    let mut negotiator = negotiator();
    if negotiator.apply_offer(offer).is_err() {
        return;
    }
    let (answer, agreement) = negotiator.create_answer(&transport()).expect("an answer");
    assert_eq!(answer.to_string().parse(), Ok(answer.clone()));
    assert_eq!(answer.media().len(), offer.media().len());
    assert_eq!(agreement.media.len(), offer.media().len());
    if let Ok(second) = negotiator.create_offer(&transport()) {
        assert!(second.media().len() >= answer.media().len());
        assert_eq!(second.to_string().parse(), Ok(second));
    }
}

fn negotiator() -> Negotiator {
    let media = |ssrc: u32| MediaConfig {
        direction: Direction::SendReceive,
        ssrc,
        retransmission_ssrc: ssrc + 2,
        stream: "stream".to_owned(),
        track: "track".to_owned(),
        formats: MediaConfig::default_formats(),
    };
    let config = NegotiatorConfig {
        cname: "cname".to_owned(),
        dtls_role: DtlsRole::Client,
        media: vec![media(1), media(2)],
    };
    Negotiator::new(config, &Seed::from_u64(1))
}

fn transport() -> LocalTransport {
    LocalTransport {
        credentials: IceCredentials { ufrag: "frag".to_owned(), pwd: "password".repeat(3) },
        is_lite: false,
        pacing: None,
        candidates: Vec::new(),
        has_end_of_candidates: false,
        fingerprints: vec![Fingerprint {
            algorithm: HashAlgorithm::Sha256,
            digest: vec![7; HashAlgorithm::Sha256.length()],
        }],
    }
}
