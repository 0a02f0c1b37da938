//! What runs behind the window: it does what a [`crate::desktop::Desktop`] wants done, and tells it what
//! happens.
//!
//! A [`Runtime`] owns the client's thread, the preview, the watch on cameras, the recordings of calls and
//! what "try it here" needs. [`Runtime::carry_out`] never waits: names are resolved, servers started and
//! threads ended on threads of their own. Whatever comes of it is [`crate::desktop::News`] in one bounded
//! queue, whose waker makes the window look. Pictures take another way, through a
//! [`roomrtc_media::picture::PictureFeed`] each: the other side's, one's own and the preview's.
//!
//! Cameras that come and go are told by the kernel (inotify, through `rustix`, which the program has for
//! other reasons) as their files in `/dev` do; nothing is polled.
//!
//! Left out: what only a window can do, which [`Runtime::carry_out`] gives back, and reports; portals of
//! Wayland.

mod call_recordings;
mod camera_watch;
mod echo;
mod ground;
mod here;
mod machine_sources;
mod news_sender;
mod opening;
mod preview;
#[expect(clippy::module_inception, reason = "the runtime is what the module is about")]
mod runtime;
mod runtime_error;
mod runtime_options;
mod source_problems;
mod source_settings;
mod sources;
mod starting;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod translating;
mod wishes;

pub use machine_sources::MachineSources;
pub use news_sender::NewsSender;
pub use runtime::Runtime;
pub use runtime_error::RuntimeError;
pub use runtime_options::RuntimeOptions;
pub use source_settings::SourceSettings;
pub use sources::Sources;
