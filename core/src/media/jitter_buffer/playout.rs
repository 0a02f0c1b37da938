//! When frames are released.

use std::time::Duration;

use super::JitterBufferConfig;
use crate::base::Time;
use crate::rtp::MediaClock;

/// How long the fastest frame is remembered, at least: one window, at most two.
const WINDOW: Duration = Duration::from_secs(5);

/// A step of the timestamps larger than this is a new beginning, not lateness.
const LARGEST_STEP: i64 = 10_000_000_000;

/// Frames whose lateness is remembered.
const REMEMBERED: usize = 128;

/// The delay is looked for again after this many frames.
const EVERY: usize = 4;

/// Maps RTP timestamps to playout times: that of the fastest frame of late, plus the timestamps'
/// distance, plus a delay that follows the jitter.
///
/// The fastest frame is sought among those of the last five to ten seconds, so that clocks that
/// run apart are followed, and no error accumulates. The delay is what 95 of 100 frames of late
/// needed more than the fastest.
#[derive(Clone, Debug)]
pub(super) struct Playout {
    clock: MediaClock,
    floor: i64,
    ceiling: i64,
    /// The last timestamp, and the units from the first one to it.
    last: Option<(u32, i64)>,
    /// The least transit time in the window before and in the present one, in ns. Transit times
    /// count from the first timestamp.
    fastest: [i64; 2],
    window_end: Time,
    /// How much later than the fastest the last frames were, in µs.
    lateness: [u32; REMEMBERED],
    /// Frames noted there.
    frames: usize,
    /// The delay that jitter asks for, in ns.
    delay: i64,
    last_due: Time,
}

impl Playout {
    pub(super) fn new(clock: MediaClock, config: &JitterBufferConfig) -> Playout {
        let floor = nanos(config.delay_floor);
        Playout {
            clock,
            floor,
            ceiling: nanos(config.delay_ceiling).max(floor),
            last: None,
            fastest: [i64::MAX; 2],
            window_end: Time::ZERO,
            lateness: [0; REMEMBERED],
            frames: 0,
            delay: 0,
            last_due: Time::ZERO,
        }
    }

    /// The playout delay now.
    pub(super) fn delay(&self) -> Duration {
        Duration::from_nanos(self.delay.clamp(self.floor, self.ceiling) as u64)
    }

    /// A frame became complete: when to release it, never before one completed earlier.
    pub(super) fn complete(&mut self, at: Time, timestamp: u32) -> Time {
        let media = self.media_time(timestamp);
        let transit = at.as_nanos() as i64 - media;
        self.note_transit(at, transit);
        self.adapt(transit - self.fastest());
        let due = media + self.fastest() + self.delay.clamp(self.floor, self.ceiling);
        self.last_due = self.last_due.max(Time::from_nanos(due.max(0) as u64));
        self.last_due
    }

    /// The time from the first timestamp to this one, in ns.
    fn media_time(&mut self, timestamp: u32) -> i64 {
        let (last, units) = self.last.unwrap_or((timestamp, 0));
        let step = i64::from(timestamp.wrapping_sub(last) as i32);
        let units = units + step;
        self.last = Some((timestamp, units));
        let magnitude = nanos(self.clock.duration(units.unsigned_abs()));
        if units < 0 { -magnitude } else { magnitude }
    }

    fn note_transit(&mut self, at: Time, transit: i64) {
        let fastest = self.fastest();
        let is_first = fastest == i64::MAX;
        if is_first || transit.abs_diff(fastest) > LARGEST_STEP as u64 {
            self.fastest = [transit; 2];
            self.window_end = at + WINDOW;
            self.last_due = self.last_due.min(at);
        } else if at >= self.window_end {
            self.fastest = [self.fastest[1], transit];
            self.window_end = at + WINDOW;
        }
        self.fastest[1] = self.fastest[1].min(transit);
        self.forget(self.fastest().saturating_sub(fastest));
    }

    fn fastest(&self) -> i64 {
        self.fastest[0].min(self.fastest[1])
    }

    /// A frame that was faster by this than all that are remembered is forgotten. The others were
    /// less late than they seemed, as after a step of the transit time: a sleep, another path.
    fn forget(&mut self, faster: i64) {
        let micros = u32::try_from(faster / 1_000).unwrap_or(u32::MAX);
        if faster > 0 && micros > 0 {
            self.lateness.iter_mut().for_each(|late| *late = late.saturating_sub(micros));
            self.follow_lateness();
        }
    }

    fn adapt(&mut self, lateness: i64) {
        let micros = lateness.clamp(0, self.ceiling) / 1_000;
        self.lateness[self.frames % REMEMBERED] = u32::try_from(micros).unwrap_or(u32::MAX);
        self.frames += 1;
        if self.frames.is_multiple_of(EVERY) || self.frames < EVERY {
            self.follow_lateness();
        }
    }

    fn follow_lateness(&mut self) {
        let count = self.frames.clamp(1, REMEMBERED);
        let mut sorted = self.lateness;
        let index = count - 1 - count / 20;
        let (_, delay, _) = sorted[..count].select_nth_unstable(index);
        self.delay = i64::from(*delay) * 1_000;
    }
}

fn nanos(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: u32 = 3_000;

    fn playout() -> Playout {
        Playout::new(MediaClock::VIDEO, &JitterBufferConfig::default())
    }

    fn frame_time(number: u64) -> Duration {
        Duration::from_nanos(number * 1_000_000_000 / 30)
    }

    #[test]
    fn without_jitter_a_frame_is_due_when_complete() {
        let mut playout = playout();
        for number in 0..1_000_u32 {
            let at = Time::from_secs(1) + frame_time(u64::from(number));
            let due = playout.complete(at, 0xffff_f000_u32.wrapping_add(number * FRAME));
            assert!(due.since(at) < Duration::from_micros(1), "{due:?} for {at:?}");
        }
    }

    #[test]
    fn with_jitter_most_frames_come_at_an_even_pace() {
        let mut playout = playout();
        let jitter = |number: u64| Duration::from_millis(number * 7 % 20);
        let mut late = 0;
        for number in 0..2_000 {
            let at = Time::from_secs(1) + frame_time(number) + jitter(number);
            let due = playout.complete(at, number as u32 * FRAME);
            late += u32::from(due < at && number > 100);
        }
        assert!(late < 130, "{late} frames of 1,900 late");
        assert!(playout.delay() <= Duration::from_millis(19));
        assert!(playout.delay() >= Duration::from_millis(17));
    }

    #[test]
    fn clocks_that_run_apart_are_followed() {
        let mut playout = playout();
        for number in 0..60_000 {
            // The sender's clock is 200 ppm slow.
            let at = Time::from_secs(1) + frame_time(number) + frame_time(number) / 5_000;
            let due = playout.complete(at, (number as u32).wrapping_mul(FRAME));
            assert!(due.since(at) < Duration::from_millis(3), "{due:?} for {at:?}");
        }
    }

    #[test]
    fn a_step_of_the_transit_time_is_no_jitter() {
        for step in [Duration::from_millis(300), Duration::from_secs(5)] {
            let mut playout = playout();
            for number in 0..1_500 {
                let later = if number < 300 { Duration::ZERO } else { step };
                let at = Time::from_secs(1) + frame_time(number) + later;
                let due = playout.complete(at, number as u32 * FRAME);
                let waits = due.since(at);
                assert!(waits < Duration::from_millis(1), "frame {number} waits {waits:?}");
            }
        }
    }

    #[test]
    fn a_new_beginning_of_the_timestamps_delays_nothing() {
        let mut playout = playout();
        playout.complete(Time::from_secs(1), 0);
        let at = Time::from_millis(1_033);
        assert_eq!(playout.complete(at, 0x4000_0000), at);
        let at = Time::from_millis(1_066);
        assert!(playout.complete(at, 0x1000_0000) <= at);
    }
}
