//! When the window is drawn again by itself.

use std::time::Duration;

use roomrtc_core::base::Time;

use crate::desktop::{Desktop, Screen, ServerState};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);

/// In how long a time that counts on the screen shows another number, or the desktop has something to do;
/// `None` while nothing will change by itself.
pub(super) fn next_change(now: Time, desktop: &Desktop) -> Option<Duration> {
    let deadline = desktop.deadline().map(|deadline| deadline.since(now.min(deadline)));
    let call = desktop.call.as_ref().filter(|call| call.connected_at.is_some());
    let duration = call.map(|call| rest(call.lasted(now), SECOND));
    let retry = match desktop.server.state {
        ServerState::Waiting { until, .. } => Some(rest_down(until.since(now.min(until)))),
        _ => None,
    };
    let is_lobby = desktop.screen() == Screen::Lobby && !desktop.lobby.missed.is_empty();
    let ago = is_lobby.then_some(MINUTE);
    [deadline, duration, retry, ago].into_iter().flatten().min()
}

/// Until something that counts up reaches its next whole step.
fn rest(counted: Duration, step: Duration) -> Duration {
    let (counted, step) = (counted.as_nanos(), step.as_nanos());
    Duration::from_nanos_u128(step - counted % step)
}

/// Until something that counts down reaches its next whole second.
fn rest_down(left: Duration) -> Duration {
    let part = Duration::from_nanos(u64::from(left.subsec_nanos()));
    if part.is_zero() { SECOND } else { part }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desktop::{DesktopStart, ServerLoss};

    #[test]
    fn a_window_in_which_nothing_counts_is_not_drawn_again() {
        let desktop = Desktop::new(Time::ZERO, DesktopStart::default());
        assert_eq!(next_change(Time::from_secs(1), &desktop), desktop.deadline().map(|_| SECOND));
    }

    #[test]
    fn a_wait_is_drawn_again_with_each_second() {
        let mut desktop = Desktop::new(Time::ZERO, DesktopStart::default());
        let until = Time::from_secs(10);
        desktop.server.state = ServerState::Waiting { until, loss: ServerLoss::Silent };
        let now = Time::ZERO + Duration::from_millis(2_300);
        assert_eq!(next_change(now, &desktop), Some(Duration::from_millis(700)));
        assert_eq!(next_change(Time::from_secs(3), &desktop), Some(SECOND));
    }

    #[test]
    fn what_counts_up_is_drawn_at_its_next_second() {
        assert_eq!(rest(Duration::from_millis(1_250), SECOND), Duration::from_millis(750));
        assert_eq!(rest(Duration::ZERO, SECOND), SECOND);
    }
}
