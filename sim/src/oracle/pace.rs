//! Oracle: reports, requests for key frames and wake-ups stay within bounds.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::session::Statistics;

use super::{Breach, HostFacts, Recent};

/// How often a host does what costs the network, the peer's encoder or the processor.
#[derive(Clone, Debug)]
pub(super) struct Pace {
    key_frame_interval: Duration,
    /// RTCP packets sent, and generic NACKs, since the last look.
    rtcp: u64,
    nacks: u64,
    woken: Recent<Time, MOST_WAKES>,
    /// When a key frame was last asked of the encoder.
    last_key_frame: Option<Time>,
    /// Requests for key frames sent when they were last looked at.
    requests: (u64, Time),
}

/// RTCP packets in a second, beside those with generic NACKs: requests for key frames are 100 ms
/// apart, reports about a second.
const MOST_RTCP: u128 = 16;

/// Wake-ups in a second: a frame may take two, and 60 frames a second are the most there are.
const MOST_WAKES: usize = 300;

/// The least time between two requests for key frames.
const REQUEST_INTERVAL: Duration = Duration::from_millis(100);

/// A second.
const SECOND: Duration = Duration::from_secs(1);

impl Pace {
    const NAME: &'static str = "pace";

    pub(super) fn new(facts: &HostFacts) -> Pace {
        Pace {
            key_frame_interval: facts.key_frame_interval,
            rtcp: 0,
            nacks: 0,
            woken: Recent::new(),
            last_key_frame: None,
            requests: (0, Time::ZERO),
        }
    }

    /// An RTCP packet is sent.
    pub(super) fn rtcp(&mut self) {
        self.rtcp += 1;
    }

    /// The application is asked for a key frame.
    pub(super) fn key_frame(&mut self, now: Time) -> Result<(), Breach> {
        let last = self.last_key_frame.replace(now);
        if last.is_some_and(|last| now.since(last) < self.key_frame_interval) {
            return Err(Breach::waste(Pace::NAME, "key frames are asked for too often"));
        }
        Ok(())
    }

    /// The engine was woken because its deadline had come.
    pub(super) fn woken(&mut self, now: Time) -> Result<(), Breach> {
        let is_too_soon = self.woken.oldest_of_all().is_some_and(|at| now.since(*at) < SECOND);
        self.woken.push(now);
        if is_too_soon {
            return Err(Breach::waste(Pace::NAME, "too many wake-ups in a second"));
        }
        Ok(())
    }

    /// The statistics now and then.
    pub(super) fn sampled(&mut self, now: Time, statistics: &Statistics) -> Result<(), Breach> {
        let received = || statistics.media.iter().filter_map(|media| media.receiver);
        let nacks = received().map(|own| own.nacks_sent).sum::<u64>();
        let sent = received()
            .map(|own| own.picture_loss_indications_sent + own.full_intra_requests_sent)
            .sum::<u64>();
        if now.since(self.requests.1) < SECOND {
            return Ok(());
        }
        let (before, since) = std::mem::replace(&mut self.requests, (sent, now));
        let nacks = nacks - std::mem::replace(&mut self.nacks, nacks);
        let seconds = now.since(since).as_millis().div_ceil(SECOND.as_millis());
        if u128::from(std::mem::take(&mut self.rtcp)) > MOST_RTCP * seconds + u128::from(nacks) {
            return Err(Breach::waste(Pace::NAME, "too many RTCP packets in a second"));
        }
        let most = 2 + now.since(since).as_nanos() / REQUEST_INTERVAL.as_nanos();
        if u128::from(sent - before) > most {
            let text = format!("{} requests for key frames since the last look", sent - before);
            return Err(Breach::waste(Pace::NAME, text));
        }
        Ok(())
    }
}
