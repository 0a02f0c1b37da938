//! What can be told of a call from the decoded pictures alone.
//!
//! A [`PictureMeter`] looks at every decoded picture: its block code says which frame it is and
//! how old, and a picture made again from the code says how well it came over. Freezes are those
//! of the W3C's WebRTC statistics. Everything else in here is pure, and bounded however long a
//! call lasts.

mod frame_sequence;
mod freeze_detector;
mod latency_histogram;
mod measurement_report;
mod picture_measurement;
mod picture_meter;
mod picture_statistics;

pub use frame_sequence::FrameSequence;
pub use freeze_detector::FreezeDetector;
pub use latency_histogram::LatencyHistogram;
pub use measurement_report::MeasurementReport;
pub use picture_measurement::PictureMeasurement;
pub use picture_meter::PictureMeter;
pub use picture_statistics::PictureStatistics;
