//! Whether pictures can be decoded.

use std::time::Duration;

use roomrtc_core::base::Time;

/// Watches the frames that come, as an application's decoder would.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PictureWatch {
    /// Whether the last frame could be decoded.
    is_whole: bool,
    asked: Option<Time>,
}

impl PictureWatch {
    /// The least time between two requests for a key frame: our core repeats its own after as long
    /// where the round trip is short.
    const INTERVAL: Duration = Duration::from_millis(100);

    /// A frame has come; whether it can be decoded. A key frame can by itself.
    pub(super) fn judge(&mut self, is_key_frame: bool, follows: bool) -> bool {
        self.is_whole = is_key_frame || (follows && self.is_whole);
        self.is_whole
    }

    /// Whether to ask for a key frame now, since the frame at hand cannot be decoded.
    pub(super) fn asks(&mut self, now: Time) -> bool {
        let is_due = self.asked.is_none_or(|asked| now.since(asked) >= Self::INTERVAL);
        let asks = !self.is_whole && is_due;
        if asks {
            self.asked = Some(now);
        }
        asks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_breaks_the_picture_until_a_key_frame() {
        let mut watch = PictureWatch::default();
        let frames = [(false, true), (true, false), (false, true), (false, false), (false, true)];
        let judged = frames.map(|(is_key, follows)| watch.judge(is_key, follows));
        assert_eq!(judged, [false, true, true, false, false]);
    }

    #[test]
    fn requests_are_spaced() {
        let mut watch = PictureWatch::default();
        let asks = [0, 33, 99, 100, 150, 200].map(|millis| watch.asks(Time::from_millis(millis)));
        assert_eq!(asks, [true, false, false, true, false, true]);
        watch.judge(true, true);
        assert!(!watch.asks(Time::from_secs(5)));
    }
}
