//! A description as a whole: its lines, its sections, and how it is read and written.

mod description_writer;
mod line;
mod media_description;
mod origin;
mod parse;
mod parse_error;
mod session_description;

pub use description_writer::DescriptionWriter;
pub(super) use line::Line;
pub use media_description::MediaDescription;
pub use origin::Origin;
pub use parse_error::ParseError;
pub use session_description::SessionDescription;
