//! Oracle: reports go out, and say what was received.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::Statistics;

use super::Breach;

/// The RTCP that a host sends at the latest: RFC 3550 section 6.2, RFC 4585 section 3.4.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reports {
    /// When the last packet went out, or the path came up.
    last: Option<Time>,
}

/// The longest time between two packets: the mean interval of a second, spread by half as much, and
/// the interval of the bandwidth behind it.
const LONGEST: Duration = Duration::from_millis(2_500);

impl Reports {
    const NAME: &'static str = "reports";

    /// An RTCP packet is sent.
    pub(super) fn sent(&mut self, now: Time) -> Result<(), Breach> {
        let gap = self.last.map_or(Duration::ZERO, |last| now.since(last));
        self.last = Some(now);
        check(gap)
    }

    /// The engine was woken; `is_live` if it is connected and has a path.
    pub(super) fn woken(&mut self, now: Time, is_live: bool) -> Result<(), Breach> {
        if !is_live {
            self.last = None;
            return Ok(());
        }
        check(now.since(*self.last.get_or_insert(now)))
    }

    /// In the end; `was_heard` if the other side has taken plenty of media, and its RTCP has come.
    pub(super) fn ended(statistics: &Statistics, was_heard: bool) -> Result<(), Breach> {
        let mut senders = statistics.media.iter().filter_map(|media| media.sender);
        if was_heard && senders.all(|sender| sender.remote.is_none()) {
            return Err(Breach::lack(Reports::NAME, "the peer never says what it receives"));
        }
        Ok(())
    }
}

fn check(gap: Duration) -> Result<(), Breach> {
    if gap <= LONGEST {
        return Ok(());
    }
    Err(Breach::lack(Reports::NAME, format!("no RTCP goes out for {gap:?}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_missed_while_there_is_a_path() {
        let at = Time::from_secs;
        let mut reports = Reports::default();
        assert!(reports.woken(at(100), true).is_ok());
        assert!(reports.sent(at(102)).is_ok());
        assert!(reports.sent(at(103)).is_ok());
        assert!(reports.woken(at(105), true).is_ok());
        assert!(reports.woken(at(106), true).is_err());
        assert!(reports.sent(at(106)).is_err());
        assert!(reports.woken(at(107), false).is_ok());
        assert!(reports.woken(at(120), true).is_ok());
    }
}
