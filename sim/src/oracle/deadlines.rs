//! Oracle: time moves forward, deadlines lie ahead, and a session with a path has one.

use std::time::Duration;

use roomrtc_core::base::{Deadline, Time};

use super::Breach;

/// The times an engine is given, and those it asks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Deadlines {
    last: Time,
    /// How often in a row it asked to be woken when it was just woken.
    stuck: u32,
}

/// How often in a row an engine may have more to do at once.
const MOST_STUCK: u32 = 8;

/// The next consent check is at most 6 s ahead, RFC 7675 section 5.1.
const LONGEST: Duration = Duration::from_millis(6_100);

impl Deadlines {
    const NAME: &'static str = "deadlines";

    /// Any input, at this time.
    #[inline]
    pub(super) fn time(&mut self, now: Time) -> Result<(), Breach> {
        if now < self.last {
            return Err(Breach::new(Deadlines::NAME, "time runs backwards"));
        }
        self.last = now;
        Ok(())
    }

    /// The engine has taken a tick, everything was polled, and this is its deadline. `has_path` if
    /// the path is up and the session goes on.
    pub(super) fn woken(
        &mut self,
        now: Time,
        deadline: Option<Deadline>,
        has_path: bool,
    ) -> Result<(), Breach> {
        let is_past = deadline.is_some_and(|deadline| deadline.at <= now);
        self.stuck = if is_past { self.stuck + 1 } else { 0 };
        if self.stuck > MOST_STUCK {
            let reason = deadline.map(|deadline| deadline.reason);
            let text = format!("the deadline stays in the past, because of {reason:?}");
            return Err(Breach::new(Deadlines::NAME, text));
        }
        let is_ahead = deadline.is_some_and(|deadline| deadline.at <= now + LONGEST);
        if has_path && !is_ahead {
            return Err(Breach::new(Deadlines::NAME, "no deadline for the next consent check"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_core::base::DeadlineReason;

    #[test]
    fn a_deadline_in_the_past_is_seen_when_it_stays() {
        let now = Time::from_secs(1);
        let past = Some(Deadline::new(now, DeadlineReason::IceConsent));
        let mut oracle = Deadlines::default();
        let held = (0..20).take_while(|_| oracle.woken(now, past, true).is_ok()).count();
        assert_eq!(held, MOST_STUCK as usize);
    }

    #[test]
    fn a_session_with_a_path_does_not_sleep_for_ever() {
        let now = Time::from_secs(1);
        let mut oracle = Deadlines::default();
        assert!(oracle.woken(now, None, false).is_ok());
        assert!(oracle.woken(now, None, true).is_err());
        assert!(oracle.time(now).is_ok());
        assert!(oracle.time(Time::ZERO).is_err());
    }
}
