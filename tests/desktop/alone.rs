//! One desktop that is told anything, whether a client could tell it or not.

use std::time::Duration;

use proptest::prelude::*;
use roomrtc_core::base::Time;
use roomrtc_gui::desktop::{Action, Desktop, DesktopStart, News, Screen};

use super::rules::{assert_sound, drained};
use super::witness::Witness;
use super::{actions, news};

type Happening = (u64, Result<Action, News>);

fn happening() -> impl Strategy<Value = Happening> {
    let what = prop_oneof![actions::action().prop_map(Ok), news::told().prop_map(Err)];
    (0..5_000_u64, what)
}

/// Lets it happen at this time, and looks after it.
fn happen(desktop: &mut Desktop, now: Time, what: Result<Action, News>, witness: &mut Witness) {
    desktop.handle_timeout(now);
    witness.see(&drained(desktop));
    match what {
        Ok(action) => desktop.act(now, action),
        Err(news) => desktop.hear(now, news),
    }
    witness.see(&drained(desktop));
    assert_sound(desktop, now);
    if witness.is_closed {
        assert!(!witness.has_preview, "the camera was let go of");
    }
}

proptest! {
    /// Nothing breaks it, and what it opens it closes.
    #[test]
    fn a_desktop_stays_sound_whatever_it_is_told(
        happenings in prop::collection::vec(happening(), 1..60),
    ) {
        let mut desktop = Desktop::new(Time::ZERO, DesktopStart::default());
        let (mut now, mut witness) = (Time::ZERO, Witness::default());
        for (milliseconds, what) in happenings {
            now += Duration::from_millis(milliseconds);
            happen(&mut desktop, now, what, &mut witness);
        }
        let last = now + Desktop::PATIENCE_AT_END;
        happen(&mut desktop, now, Ok(Action::CloseWindow), &mut witness);
        desktop.handle_timeout(last);
        witness.see(&drained(&mut desktop));
        prop_assert!(witness.is_closed && !witness.has_preview, "{:?}", witness);
        prop_assert!(!witness.has_server, "{:?}", desktop);
    }

    /// When all calls are over, one is where one can begin another.
    #[test]
    fn the_end_of_a_call_leads_back(
        happenings in prop::collection::vec(happening(), 1..60),
    ) {
        let mut desktop = Desktop::new(Time::ZERO, DesktopStart::default());
        let mut now = Time::ZERO;
        for (milliseconds, what) in happenings {
            now += Duration::from_millis(milliseconds);
            happen(&mut desktop, now, what, &mut Witness::default());
        }
        let (has_call, is_in) = (desktop.call.is_some(), desktop.account.is_some());
        desktop.hear(now, news::call_over());
        prop_assert!(desktop.call.is_none() && desktop.screen() != Screen::Call);
        let is_asked = desktop.welcome.certificate_change.is_some();
        prop_assert_eq!(desktop.screen() == Screen::Lobby, is_in && !is_asked);
        prop_assert!(!has_call || !desktop.is_full_screen);
    }
}
