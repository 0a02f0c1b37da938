//! Pictures of videos, drawn from their planes.
//!
//! A [`VideoView`] is a place where the newest picture of a feed is seen: whole, in its own
//! proportions, mirrored if wanted.
//!
//! With OpenGL 3.3 or OpenGL ES 3 the three planes go to the graphics card as they are, a byte a sample,
//! and a fragment shader turns them into colours (limited-range BT.601, as the codec has it) while it
//! scales them. That happens in a paint callback of `egui_glow`. `glow`'s functions are unsafe, so
//! programs, textures and draw calls are those of `three-d`, which wraps the same `glow` context safely.
//! Where there is no such OpenGL, or its compiler refuses the shader, a picture is converted on the
//! processor, eight samples at a time, and shown as an ordinary texture: more work and nearly three times
//! the bytes to upload. The window's program `ui_cost` measures both.
//!
//! A picture is uploaded once, when it is drawn for the first time. One that is at least twice as wide as
//! its place, such as one's own in its corner, is made smaller before. Left out: colour spaces other than
//! BT.601, and rotation.

mod drawing;
mod fitting;
mod plane_shader;
mod plane_textures;
mod reduction;
mod surface;
mod video_view;

pub use fitting::fit;
pub use plane_shader::PlaneShader;
pub use video_view::VideoView;

use plane_textures::PlaneTextures;
use surface::Surface;
