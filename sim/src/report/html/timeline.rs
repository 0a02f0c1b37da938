//! What happened, as lanes over time.

use roomrtc_core::session::Event;

use super::chart::{Chart, shades, time_grid};
use super::{Axis, Lane, Mark, Span, gathering};
use crate::report::Account;
use crate::trace::{FrameFate, HappeningPhase, Place, TraceEvent, What};

/// The timeline of a run as a figure of HTML; nothing if nothing was kept.
pub(super) fn html(account: &Account<'_>, spans: &[Span]) -> String {
    let lanes = lanes(account, spans);
    if lanes.is_empty() {
        return String::new();
    }
    let greatest = account.end.as_micros().max(1);
    let start = Chart::LEFT + Lane::NAMES;
    let x = Axis { least: 0, greatest, start, end: Chart::RIGHT };
    let bottom = TOP + lanes.len() as f64 * Lane::HEIGHT;
    let rows = lanes.iter().enumerate();
    let rows = rows.map(|(row, lane)| lane.svg(&x, TOP + row as f64 * Lane::HEIGHT));
    format!(
        "<figure><figcaption><h3>Timeline</h3><ul class=\"legend\">\
         <li class=\"c0\">engine, signalling</li><li class=\"good\">connected, key frame</li>\
         <li class=\"bad\">trouble, request</li></ul></figcaption>\
         <svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"Timeline\">{}{}{}</svg></figure>\n",
        Chart::WIDTH,
        bottom + 24.0,
        shades(spans, &x, TOP, bottom),
        time_grid(&x, TOP, bottom),
        rows.collect::<String>(),
    )
}

const TOP: f64 = 6.0;

fn lanes(account: &Account<'_>, spans: &[Span]) -> Vec<Lane> {
    let network = Lane {
        label: "script".to_owned(),
        marks: marks(account, |event| match &event.what {
            What::Happening(happening) if happening.phase == HappeningPhase::Occurs => {
                Some(("mark", gathering::label(account.trace, event.place, happening), true))
            }
            _ => None,
        }),
        bars: spans.to_vec(),
    };
    let hosts = 0..account.trace.tally().hosts().len();
    let hosts = hosts.flat_map(|host| host_lanes(account, host));
    [network].into_iter().chain(hosts).filter(|lane| !lane.is_empty()).collect()
}

fn host_lanes(account: &Account<'_>, host: usize) -> [Lane; 4] {
    let here = move |event: &TraceEvent| event.place == Place::Host(host);
    let name = account.trace.names().name(Place::Host(host));
    let lane = |label: &str, marks| Lane { label: format!("{name} {label}"), marks, bars: vec![] };
    let engine = marks(account, |event| match &event.what {
        What::Engine(told) if here(event) => engine_mark(told),
        _ => None,
    });
    let signalling = marks(account, |event| match &event.what {
        What::Signalling(message) if here(event) => {
            Some(("mark", format!("{} {}", message.direction.name(), message.message), true))
        }
        _ => None,
    });
    let key_frames = marks(account, |event| match &event.what {
        What::Frame(frame) if here(event) && frame.is_key_frame => match frame.fate {
            FrameFate::Sent => Some(("good", format!("key frame {} sent", frame.number), false)),
            _ => None,
        },
        What::KeyFrameRequest if here(event) => {
            Some(("bad", "key frame requested".to_owned(), false))
        }
        _ => None,
    });
    let bars = gathering::freezes(account.trace, host);
    let frozen = Lane { label: format!("{name} freezes"), marks: vec![], bars };
    [lane("engine", engine), lane("signals", signalling), lane("key frames", key_frames), frozen]
}

fn engine_mark(event: &Event) -> Option<(&'static str, String, bool)> {
    let (class, label, is_labelled) = match event {
        Event::IceConnected => ("mark", "path found", true),
        Event::Connected => ("good", "connected", true),
        Event::IceDisconnected => ("bad", "path lost", true),
        Event::NothingAgreed => ("bad", "nothing agreed on", true),
        Event::IceFailed => ("bad", "ICE failed", true),
        Event::FingerprintMismatch => ("bad", "wrong fingerprint", true),
        Event::DtlsFailed(_) => ("bad", "handshake failed", true),
        Event::ClosedByPeer => ("mark", "closed by peer", true),
        Event::SourceEnded { .. } => ("mark", "stream ended", true),
        Event::LocalDescription { .. } => ("mark", "local description", false),
        Event::LocalCandidate(_) => ("mark", "local candidate", false),
        Event::GatheringComplete => ("mark", "gathering complete", false),
        Event::KeyFrameRequested { .. } => return None,
        _ => ("mark", "event", false),
    };
    Some((class, label.to_owned(), is_labelled))
}

fn marks(
    account: &Account<'_>,
    mark: impl Fn(&TraceEvent) -> Option<(&'static str, String, bool)>,
) -> Vec<Mark> {
    let marks = account.trace.events().iter().filter_map(|event| {
        let (class, label, is_labelled) = mark(event)?;
        Some(Mark { time: event.time, class, label, is_labelled })
    });
    marks.collect()
}
