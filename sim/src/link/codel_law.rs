//! When CoDel drops.

use roomrtc_core::base::Time;

use super::CoDel;
use crate::quantity::Span;

/// The state and the control law of CoDel, RFC 8289 section 5, in integers.
#[derive(Clone, Debug, Default)]
pub(super) struct CoDelLaw {
    /// When the wait will have been above the target for an interval.
    first_above: Option<Time>,
    drop_next: Time,
    count: u64,
    last_count: u64,
    is_dropping: bool,
    /// Whether `drop_next` is to be moved on once the next packet is seen to have waited, too.
    is_behind: bool,
}

impl CoDelLaw {
    /// Whether the packet at the head is to be dropped. It has waited since `came`; `is_last`
    /// where hardly anything waits behind it.
    ///
    /// Called for each packet at the head in turn, until one may stay.
    pub(super) fn drops(&mut self, now: Time, came: Time, is_last: bool, codel: &CoDel) -> bool {
        let may_drop = self.is_above(now, came, is_last, codel);
        if !self.is_dropping {
            if may_drop {
                self.begin(now, codel);
            }
            return may_drop;
        }
        if !may_drop {
            (self.is_dropping, self.is_behind) = (false, false);
            return false;
        }
        if std::mem::take(&mut self.is_behind) {
            self.drop_next = after(self.drop_next, self.count, codel.interval);
        }
        self.is_behind = now >= self.drop_next;
        self.count += u64::from(self.is_behind);
        self.is_behind
    }

    fn is_above(&mut self, now: Time, came: Time, is_last: bool, codel: &CoDel) -> bool {
        if is_last || now.since(came) < codel.target.duration() {
            self.first_above = None;
            return false;
        }
        let first_above = *self.first_above.get_or_insert(now + codel.interval.duration());
        now >= first_above
    }

    /// Begins to drop: where it was left off, if that is not long ago.
    fn begin(&mut self, now: Time, codel: &CoDel) {
        let recent = codel.interval.duration() * 16;
        let delta = self.count - self.last_count;
        let was_recent = delta > 1 && now.since(self.drop_next) < recent;
        self.count = if was_recent { delta } else { 1 };
        self.last_count = self.count;
        self.is_dropping = true;
        self.drop_next = after(now, self.count, codel.interval);
    }
}

/// The next time to drop: an interval divided by the root of how many were dropped later.
fn after(time: Time, count: u64, interval: Span) -> Time {
    let square = u128::from(interval.as_nanos()).pow(2) / u128::from(count.max(1));
    time + Span::nanos(u64::try_from(square.isqrt()).unwrap_or(u64::MAX)).duration()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::quantity::BitRate;

    /// The milliseconds at which a packet is dropped, with one at the head every millisecond that
    /// has waited for `wait`.
    fn dropped(range: std::ops::Range<u64>, wait: u64, law: &mut CoDelLaw) -> Vec<u64> {
        let codel = CoDel::new(BitRate::megabits(1));
        let mut drops = Vec::new();
        for millis in range {
            let now = Time::from_millis(millis);
            while law.drops(now, now.back(Duration::from_millis(wait)), false, &codel) {
                drops.push(millis);
            }
        }
        drops
    }

    #[test]
    fn drops_come_at_an_interval_over_the_root_of_their_number() {
        let drops = dropped(1_000..1_500, 20, &mut CoDelLaw::default());
        // 100 ms above the target, then 100, 70.71, 57.73, 50, 44.72 ms from each to the next.
        assert_eq!(drops, [1_100, 1_200, 1_271, 1_329, 1_379, 1_424, 1_464]);
    }

    #[test]
    fn a_wait_below_the_target_ends_it_and_soon_after_it_goes_on() {
        let mut law = CoDelLaw::default();
        dropped(1_000..1_500, 20, &mut law);
        assert_eq!(dropped(1_500..1_600, 4, &mut law), [0_u64; 0]);
        // Seven were dropped, one of them at the beginning: it goes on as if six had been.
        assert_eq!(dropped(1_600..1_790, 20, &mut law), [1_700, 1_741, 1_779]);
        assert_eq!(dropped(1_790..9_000, 4, &mut law), [0_u64; 0]);
        assert_eq!(dropped(9_000..9_250, 20, &mut law), [9_100, 9_200]);
    }

    #[test]
    fn the_last_packet_stays() {
        let codel = CoDel::new(BitRate::megabits(1));
        let mut law = CoDelLaw::default();
        let late = |millis| law.drops(Time::from_millis(millis), Time::ZERO, true, &codel);
        assert!(!(500..2_000).any(late));
    }
}
