//! What a client sends pictures of.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use roomrtc_media::source::{
    OpenSourceError, SourceChoice, SourceOpener, SourceOptions, VideoSource, open,
};

type Open = dyn Fn() -> Result<Box<dyn VideoSource>, OpenSourceError> + Send + Sync;

/// Opens what a client sends pictures of, anew for each call, on the thread that takes the pictures.
#[derive(Clone)]
pub struct SourceFactory(Arc<Open>);

impl SourceFactory {
    /// Opens sources in this way.
    pub fn new(
        open: impl Fn() -> Result<Box<dyn VideoSource>, OpenSourceError> + Send + Sync + 'static,
    ) -> SourceFactory {
        SourceFactory(Arc::new(open))
    }

    /// Opens what was chosen.
    pub fn of(choice: SourceChoice, options: SourceOptions) -> SourceFactory {
        SourceFactory::new(move || open(&choice, &options))
    }

    /// What was chosen and is open already, which is for the first call; others open it again.
    pub fn opened(
        source: Box<dyn VideoSource>,
        choice: SourceChoice,
        options: SourceOptions,
    ) -> SourceFactory {
        let first = Mutex::new(Some(source));
        SourceFactory::new(move || {
            let first = first.lock().unwrap_or_else(PoisonError::into_inner).take();
            first.map_or_else(|| open(&choice, &options), Ok)
        })
    }

    /// Opens it once.
    pub fn opener(&self) -> SourceOpener {
        let open = Arc::clone(&self.0);
        Box::new(move || open())
    }
}

impl fmt::Debug for SourceFactory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SourceFactory(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_media::source::TestCardSource;

    #[test]
    fn what_is_open_is_for_the_first_call() {
        let options = |size: &str| {
            let size = size.parse().expect("a size");
            SourceOptions { size, frame_rate: None }
        };
        let open = Box::new(TestCardSource::new(&options("320x180")));
        let factory = SourceFactory::opened(open, SourceChoice::TestCard, options("640x360"));
        let size = || factory.opener()().map(|source| source.size().to_string());
        assert_eq!(
            [size(), size(), size()].map(Result::ok),
            ["320x180", "640x360", "640x360"].map(|it| Some(it.to_owned()))
        );
    }
}
