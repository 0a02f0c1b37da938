//! What is measured.

use std::time::Duration;

use roomrtc_core::srtp::SrtpProfile;

use crate::frames::PACKETS_PER_FRAME;
use crate::measuring::{Candidate, best};
use crate::stacks::{OurStack, RtcStack, Str0mStack};
use crate::{Level, Row, Stack, srtp};

const NAMES: [&str; 2] = [Str0mStack::NAME, RtcStack::NAME];

/// A row of nanoseconds a piece, ours first, as pieces a second.
fn rate_row(what: String, unit: &'static str, nanos: &[f64], names: &[&'static str]) -> Row {
    let rates: Vec<f64> = nanos.iter().map(|nanos| 1e9 / nanos).collect();
    let theirs = names.iter().copied().zip(rates[1..].iter().copied()).collect();
    Row { what, unit, is_rate: true, ours: rates[0], theirs }
}

/// A row of nanoseconds a piece, ours first.
fn time_row(what: String, nanos: &[f64], names: &[&'static str]) -> Row {
    let theirs = names.iter().copied().zip(nanos[1..].iter().copied()).collect();
    Row { what, unit: "ns", is_rate: false, ours: nanos[0], theirs }
}

/// SRTP alone, for each profile: protecting and opening.
pub fn srtp_alone() -> Vec<Row> {
    SrtpProfile::ALL.into_iter().flat_map(srtp_of).collect()
}

fn srtp_of(profile: SrtpProfile) -> [Row; 2] {
    let protecting = best(&mut [
        srtp::our_protection(profile),
        srtp::str0m_protection(profile),
        srtp::rtc_protection(profile),
    ]);
    let opening = best(&mut [srtp::our_opening(profile), srtp::rtc_opening(profile)]);
    [
        time_row(format!("{}, protect", profile.name()), &protecting, &NAMES),
        time_row(format!("{}, unprotect", profile.name()), &opening, &NAMES[1..]),
    ]
}

/// Packets written at once, every [`STEP`]: 96 Mbit/s.
pub const BURST: usize = 20;

/// How often they are written.
pub const STEP: Duration = Duration::from_millis(2);

/// What is handed over at once at a level.
pub fn pieces(level: Level) -> usize {
    match level {
        Level::Packets => BURST,
        Level::Frames => BURST / PACKETS_PER_FRAME,
    }
}

/// Frames that a receiver may hold back before it delivers them.
const HELD_BACK: usize = 16;

/// Bursts from one end to the other.
fn carrying<S: Stack + 'static>(level: Level) -> Candidate<'static> {
    let mut stack = S::connect(level);
    let (already, mut written) = (stack.delivered(), 0);
    Box::new(move || {
        stack.write(pieces(level));
        stack.relay();
        stack.advance(STEP);
        written += pieces(level);
        let delivered = stack.delivered() - already;
        assert!(delivered + HELD_BACK >= written, "{}: {delivered} of {written}", S::NAME);
        BURST
    })
}

/// Media in memory, both ends together: packets a second on one core.
pub fn media(level: Level) -> Row {
    let nanos = best(&mut [
        carrying::<OurStack>(level),
        carrying::<Str0mStack>(level),
        carrying::<RtcStack>(level),
    ]);
    let what = match level {
        Level::Packets => "1,200-byte packets sent and received",
        Level::Frames => "the same through frames",
    };
    rate_row(what.to_owned(), "/s", &nanos, &NAMES)
}

fn connecting<S: Stack>() -> Candidate<'static> {
    Box::new(|| {
        let stack = S::connect(Level::Packets);
        drop(stack);
        1
    })
}

/// Connections a second, both ends together, with everything: certificates, descriptions, ICE,
/// DTLS.
pub fn connects() -> Row {
    let nanos =
        best(&mut [connecting::<OurStack>(), connecting::<Str0mStack>(), connecting::<RtcStack>()]);
    rate_row("connections".to_owned(), "/s", &nanos, &NAMES)
}
