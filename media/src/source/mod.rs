//! Where pictures come from, behind one trait, [`VideoSource`].
//!
//! A test card; a Y4M file; an H.264 file in Annex B byte-stream format, which is sent as it is;
//! a camera (with the feature `camera`); a screen or a window (with the feature `screen`). [`open`] makes one from a [`SourceChoice`], telling files
//! apart by their content. [`ReferencePictures`] are what a receiver can compare with.

pub mod annex_b;
pub mod camera;
pub mod screen;
pub mod y4m;

mod canceller;
#[cfg(test)]
pub(crate) mod failing_source;
mod open_source_error;
mod opening;
mod reference_pictures;
mod source_choice;
mod source_error;
mod source_frame;
mod source_opener;
mod source_options;
mod test_card_reference;
mod test_card_source;
mod video_source;

pub use canceller::Canceller;
pub use open_source_error::OpenSourceError;
pub use opening::{open, open_reference};
pub use reference_pictures::ReferencePictures;
pub use source_choice::SourceChoice;
pub use source_error::SourceError;
pub use source_frame::SourceFrame;
pub use source_opener::SourceOpener;
pub use source_options::SourceOptions;
pub use test_card_reference::TestCardReference;
pub use test_card_source::TestCardSource;
pub use video_source::VideoSource;
