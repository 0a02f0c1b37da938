//! What is left when a call's media have been ended.

use std::sync::Arc;
use std::time::Duration;

use roomrtc_media::measurement::MeasurementReport;
use roomrtc_media::picture::Picture;

use crate::statistics::CallStatistics;

/// What is left when a call's media have been ended.
#[derive(Clone, Debug, Default)]
pub struct Leftover {
    /// What was told from the decoded pictures.
    pub measurement: MeasurementReport,
    /// From the beginning of the call to the first decoded picture.
    pub first_picture_after: Option<Duration>,
    /// The last decoded picture.
    pub last_picture: Option<Arc<Picture>>,
    /// CPU time by thread: `loop`, `capture`, `encode`, `decode`.
    pub cpu: Vec<(String, Duration)>,
    /// What was measured, in the words of the W3C.
    pub statistics: CallStatistics,
    /// What went wrong with a file of what was received.
    pub fault: Option<String>,
}
