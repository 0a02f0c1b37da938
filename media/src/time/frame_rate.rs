//! How many frames a second.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use super::FrameRateError;

/// Frames a second as a fraction, such as 30/1 or 30000/1001; between 1 and 240 frames a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameRate {
    frames: u32,
    seconds: u32,
}

impl FrameRate {
    /// So many frames in so many seconds.
    ///
    /// # Errors
    /// When that is not between 1 and 240 frames a second.
    pub fn new(frames: u32, seconds: u32) -> Result<Self, FrameRateError> {
        let within = seconds > 0 && frames >= seconds && frames / seconds <= 240;
        if within { Ok(Self { frames, seconds }) } else { Err(FrameRateError) }
    }

    /// When frame `index` is due, from the start.
    pub fn time_of(self, index: u64) -> Duration {
        let nanos = u128::from(index) * u128::from(self.seconds) * 1_000_000_000;
        Duration::from_nanos((nanos / u128::from(self.frames)) as u64)
    }

    /// The first frame that is due at `elapsed` since the start, or later.
    pub fn index_at(self, elapsed: Duration) -> u64 {
        let scaled = elapsed.as_nanos() * u128::from(self.frames);
        scaled.div_ceil(u128::from(self.seconds) * 1_000_000_000) as u64
    }

    /// So many frames in so many seconds.
    pub const fn as_fraction(self) -> (u32, u32) {
        (self.frames, self.seconds)
    }

    /// Frames a second.
    pub fn as_hz(self) -> f32 {
        self.frames as f32 / self.seconds as f32
    }
}

impl Default for FrameRate {
    fn default() -> Self {
        Self { frames: 30, seconds: 1 }
    }
}

impl fmt::Display for FrameRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seconds {
            1 => write!(f, "{}", self.frames),
            _ => write!(f, "{:.2}", self.as_hz()),
        }
    }
}

impl FromStr for FrameRate {
    type Err = FrameRateError;

    /// Reads `30`, or a fraction such as `30000/1001`.
    fn from_str(text: &str) -> Result<Self, FrameRateError> {
        let (frames, seconds) = text.split_once('/').unwrap_or((text, "1"));
        let number = |part: &str| part.trim().parse::<u32>().map_err(|_| FrameRateError);
        Self::new(number(frames)?, number(seconds)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_and_bounded() {
        assert_eq!("30".parse(), FrameRate::new(30, 1));
        assert_eq!("30000/1001".parse(), FrameRate::new(30_000, 1_001));
        for wrong in ["0", "", "-5", "241/1", "1/2", "30/0", "fast"] {
            assert_eq!(wrong.parse::<FrameRate>(), Err(FrameRateError), "{wrong}");
        }
    }

    #[test]
    fn times_and_indices_agree() {
        let rate = FrameRate::new(30_000, 1_001).expect("valid");
        assert_eq!(rate.time_of(30_000), Duration::from_secs(1_001));
        assert_eq!(rate.index_at(Duration::ZERO), 0);
        assert_eq!(rate.index_at(Duration::from_secs(1_001)), 30_000);
        assert_eq!(rate.index_at(Duration::from_nanos(1)), 1);
    }
}
