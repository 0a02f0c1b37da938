//! What holds of every desktop at every time.

use roomrtc_core::base::Time;
use roomrtc_gui::desktop::{Desktop, DesktopEffect, Lobby, Notices, Screen, SourceState};

use super::actions::{SECRET, TOKEN};

/// Most effects of one thing that is done or told.
pub(super) const MOST_EFFECTS: usize = 8;

/// Nothing secret prints itself.
pub(super) fn assert_silent(printed: &str) {
    for secret in [SECRET, TOKEN] {
        assert!(!printed.contains(secret), "{secret} is in {printed}");
    }
}

/// What holds between any two things that happen.
pub(super) fn assert_sound(desktop: &Desktop, now: Time) {
    assert_silent(&format!("{desktop:?}"));
    assert!(desktop.notices.iter().count() <= Notices::MOST);
    assert!(desktop.lobby.missed.len() <= Lobby::MOST_MISSED);
    let expected = match (&desktop.call, &desktop.account) {
        (Some(_), _) => Screen::Call,
        (None, Some(_)) if desktop.welcome.certificate_change.is_none() => Screen::Lobby,
        _ => Screen::Welcome,
    };
    assert_eq!(desktop.screen(), expected);
    if desktop.call.is_some() {
        assert_eq!(desktop.devices.preview, SourceState::Off, "the camera is the call's");
    }
    assert_moves_on(desktop, now);
}

/// A deadline that has passed is dealt with: another wait for it would be no wait.
fn assert_moves_on(desktop: &Desktop, now: Time) {
    let mut later = desktop.clone();
    later.handle_timeout(now);
    let next = later.deadline();
    assert!(next.is_none_or(|at| at > now), "{next:?} at {now:?}: {later:?}");
}

/// Takes what a desktop wants, which is little at a time and no secret that prints itself.
pub(super) fn drained(desktop: &mut Desktop) -> Vec<DesktopEffect> {
    let effects: Vec<_> = std::iter::from_fn(|| desktop.poll_effect()).collect();
    assert!(effects.len() <= MOST_EFFECTS, "{effects:?}");
    effects.iter().for_each(|effect| assert_silent(&format!("{effect:?}")));
    effects
}
