//! What is sent, from the options.

use roomrtc_media::encoder::EncoderConfig;
use roomrtc_media::source::{
    OpenSourceError, ReferencePictures, SourceChoice, VideoSource, open, open_reference,
};
use roomrtc_media::time::WallClock;

use super::Failure;
use crate::cli::MediaOptions;
use crate::client::{MediaSettings, SourceFactory};

/// The source that the options name. Without its camera a call goes on, after a sentence; a file
/// that cannot be read was meant otherwise.
///
/// # Errors
/// [`Failure::Start`] for files.
pub(crate) fn own_source(
    options: &MediaOptions,
    say: &mut dyn FnMut(String),
) -> Result<Option<Box<dyn VideoSource>>, Failure> {
    match open(&options.source(), &options.source_options()) {
        Ok(source) => Ok(Some(source)),
        Err(error @ OpenSourceError::Camera(_)) => {
            say(format!("{error}; the call goes on without a picture from here"));
            Ok(None)
        }
        Err(error) => Err(Failure::start(error)),
    }
}

/// Media that send `source`, encoded as the options say. The number and time of a frame are drawn
/// into the test card only, unless all pictures are to be measured: they are not in a picture that
/// somebody wants to look at.
pub(crate) fn media_settings(
    options: &MediaOptions,
    clock: WallClock,
    source: Option<Box<dyn VideoSource>>,
    measures_all: bool,
) -> MediaSettings {
    let opened = |source| SourceFactory::opened(source, options.source(), options.source_options());
    let encoder = EncoderConfig {
        bits_per_second: options.bitrate.0,
        frame_rate: source.as_ref().and_then(|s| s.frame_rate()).unwrap_or_default(),
        draws_block_code: measures_all || options.source() == SourceChoice::TestCard,
        ..EncoderConfig::default()
    };
    MediaSettings {
        clock,
        source: source.map(opened),
        encoder,
        reference: test_card(),
        save: None,
        frames: None,
        compared_size: Some(options.size),
        own: None,
        remote: None,
    }
}

/// Pictures whose code can be read are taken for the test card's, unless it is known better.
fn test_card() -> Option<Box<dyn ReferencePictures>> {
    open_reference(&SourceChoice::TestCard)
}
