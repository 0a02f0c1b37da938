//! Engine events as names and details.

use roomrtc_core::session::{DescriptionKind, Event};

use super::Canonical;

/// The name of an engine's event in the text of a trace, and what it says besides in one line.
pub(super) fn describe(event: &Event) -> (&'static str, String) {
    let name = name(event);
    let detail = match event {
        Event::LocalDescription { kind, sdp } => {
            let kind = match kind {
                DescriptionKind::Offer => "offer",
                DescriptionKind::Answer => "answer",
            };
            format!("kind={kind} length={}", sdp.len())
        }
        Event::LocalCandidate(init) => format!("{:?}", init.candidate),
        Event::DtlsFailed(reason) => format!("{reason:?}"),
        Event::KeyFrameRequested { media } | Event::SourceEnded { media } => {
            format!("media={media}")
        }
        _ => String::new(),
    };
    (name, detail)
}

fn name(event: &Event) -> &'static str {
    match event {
        Event::LocalDescription { .. } => "local-description",
        Event::LocalCandidate(_) => "local-candidate",
        Event::NothingAgreed => "nothing-agreed",
        Event::GatheringComplete => "gathering-complete",
        Event::IceConnected => "ice-connected",
        Event::IceDisconnected => "ice-disconnected",
        Event::IceFailed => "ice-failed",
        Event::Connected => "connected",
        Event::FingerprintMismatch => "fingerprint-mismatch",
        Event::DtlsFailed(_) => "dtls-failed",
        Event::KeyFrameRequested { .. } => "key-frame-requested",
        Event::SourceEnded { .. } => "source-ended",
        Event::ClosedByPeer => "closed-by-peer",
        _ => "another",
    }
}

/// A description counts with every byte; of all else the text is enough.
pub(super) fn encode(event: &Event, canonical: &mut Canonical) {
    let (name, detail) = describe(event);
    canonical.text(name);
    canonical.text(&detail);
    if let Event::LocalDescription { sdp, .. } = event {
        canonical.text(sdp);
    }
}
