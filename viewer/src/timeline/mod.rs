//! All that is kept of a whole run.

mod building;
mod column;
mod moment;
mod moment_kind;
mod pictures;
mod shown_frame;
#[cfg(test)]
mod tests;
#[expect(clippy::module_inception, reason = "the timeline is what the module is about")]
mod timeline;
mod timeline_builder;

pub use column::Column;
pub use moment::Moment;
pub use moment_kind::MomentKind;
pub use pictures::Pictures;
pub use shown_frame::ShownFrame;
pub use timeline::Timeline;
pub use timeline_builder::TimelineBuilder;
