//! Looking at pictures.

use std::fmt;

use super::{MeasurementReport, PictureMeasurement, PictureStatistics};
use crate::block_code::BlockCode;
use crate::picture::{Picture, PicturePool, SquaredError};
use crate::source::ReferencePictures;
use crate::time::WallTime;

/// Measures decoded pictures, against those that were sent where these can be made again.
pub struct PictureMeter {
    statistics: PictureStatistics,
    reference: Option<Box<dyn ReferencePictures>>,
    pool: PicturePool,
}

impl PictureMeter {
    /// A meter that compares with `reference` where there is one.
    pub fn new(reference: Option<Box<dyn ReferencePictures>>) -> Self {
        let (statistics, pool) = (PictureStatistics::default(), PicturePool::new(1));
        Self { statistics, reference, pool }
    }

    /// Measures a picture that was decoded at `now`.
    pub fn measure(&mut self, now: WallTime, picture: &Picture) -> PictureMeasurement {
        let code = BlockCode::read(picture);
        let psnr = code.and_then(|code| self.compare(code, picture));
        self.statistics.note(now, code, psnr);
        PictureMeasurement { decoded_at: now, code, psnr_decibels: psnr }
    }

    /// The figures up to now.
    pub fn report(&self) -> MeasurementReport {
        self.statistics.report()
    }

    fn compare(&mut self, code: BlockCode, picture: &Picture) -> Option<f64> {
        let reference = self.reference.as_mut()?;
        let mut sent = self.pool.take(picture.size());
        if !reference.draw(&code, &mut sent) {
            return None;
        }
        code.draw(&mut sent);
        SquaredError::between(picture, &sent).map(|error| error.psnr_decibels())
    }
}

impl fmt::Debug for PictureMeter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PictureMeter").field("statistics", &self.statistics).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::picture::{Colour, PictureSize};
    use crate::source::{
        SourceFrame, SourceOptions, TestCardReference, TestCardSource, VideoSource,
    };
    use crate::time::WallClock;

    #[test]
    fn an_untouched_card_has_the_highest_ratio_and_a_grey_one_none() {
        let size = PictureSize::new(320, 180).expect("valid");
        let mut source = TestCardSource::new(&SourceOptions { size, frame_rate: None });
        let (clock, pool) = (WallClock::new(), PicturePool::default());
        let mut meter = PictureMeter::new(Some(Box::new(TestCardReference::default())));
        let Ok(SourceFrame::Picture(mut picture)) = source.next_frame(&clock, &pool) else {
            panic!("a picture");
        };
        let code = BlockCode::of(&picture, 9);
        code.draw(&mut picture);
        let shown = picture.capture_time.after(Duration::from_micros(77));
        let measured = meter.measure(shown, &picture);
        let psnr_decibels = Some(SquaredError::MOST_DECIBELS);
        let expected = PictureMeasurement { decoded_at: shown, code: Some(code), psnr_decibels };
        assert_eq!(measured, expected);
        let report = meter.report();
        assert_eq!(report.mean_psnr_decibels, Some(SquaredError::MOST_DECIBELS));
        assert_eq!(report.latency_p50, Some(Duration::from_micros(77)));
        picture.fill(Colour::grey(90));
        assert_eq!(meter.measure(shown, &picture).code, None);
        assert_eq!((meter.report().decoded, meter.report().coded), (2, 1));
    }
}
