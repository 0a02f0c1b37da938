//! Round trips of candidates.

use std::net::IpAddr;

use proptest::prelude::*;
use proptest::sample::select;
use roomrtc_core::sdp::{
    Candidate, CandidateAddress, CandidateKind, CandidateTransport, RelatedAddress,
};

fn address() -> impl Strategy<Value = CandidateAddress> {
    prop_oneof![
        any::<IpAddr>().prop_map(CandidateAddress::Ip),
        "[a-z0-9-]{1,36}\\.local".prop_map(CandidateAddress::Name),
    ]
}

fn kind() -> impl Strategy<Value = CandidateKind> {
    let kinds = ["host", "srflx", "prflx", "relay", "other"];
    select(kinds.to_vec()).prop_map(CandidateKind::parse)
}

fn related() -> impl Strategy<Value = Option<RelatedAddress>> {
    let one =
        (address(), any::<u16>()).prop_map(|(address, port)| RelatedAddress { address, port });
    prop::option::of(one)
}

fn candidate() -> impl Strategy<Value = Candidate> {
    let first =
        ("[a-zA-Z0-9+/]{1,32}", 1..=256u16, select(vec!["udp", "tcp", "sctp"]), any::<u32>());
    let extension = ("[b-z-]{1,12}", "[!-~]{1,12}");
    let rest = (address(), any::<u16>(), kind(), related(), prop::collection::vec(extension, 0..4));
    (first, rest).prop_map(|((foundation, component, transport, priority), rest)| {
        let (address, port, kind, related, extensions) = rest;
        let transport = CandidateTransport::parse(transport);
        Candidate {
            foundation,
            component,
            transport,
            priority,
            address,
            port,
            kind,
            related,
            extensions,
        }
    })
}

proptest! {
    #[test]
    fn any_candidate_reads_back_as_it_was(candidate in candidate()) {
        prop_assert_eq!(candidate.to_string().parse(), Ok(candidate.clone()));
        prop_assert_eq!(format!("a={candidate}").parse(), Ok(candidate));
    }

    #[test]
    fn what_was_read_once_is_stable(text in "(a=)?candidate:[ -~]{0,120}") {
        if let Ok(candidate) = text.parse::<Candidate>() {
            prop_assert_eq!(candidate.to_string().parse(), Ok(candidate));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}") {
        let _ = text.parse::<Candidate>();
    }
}
