//! The program that turns planes into colours.

use std::fmt;
use std::sync::Arc;

use eframe::glow;
use three_d::HasContext;
use three_d::core::{
    Context, CoreError, DepthTest, Program, RenderStates, VertexBuffer, Viewport, WriteMask,
};
use three_d::vec2;

use super::PlaneTextures;

const VERTICES: &str = "
uniform vec2 mirror;
in vec2 corner;
out vec2 place;
void main() {
    place = vec2(mirror.x + mirror.y * corner.x, corner.y);
    gl_Position = vec4(2.0 * corner - 1.0, 0.0, 1.0);
}";

/// Limited-range BT.601: the numbers of `roomrtc_media::picture::write_rgba`.
const COLOURS: &str = "
uniform sampler2D luma;
uniform sampler2D blue;
uniform sampler2D red;
in vec2 place;
layout (location = 0) out vec4 colour;
void main() {
    float y = 1.16438 * (texture(luma, place).r - 0.06275);
    float u = texture(blue, place).r - 0.50196;
    float v = texture(red, place).r - 0.50196;
    colour = vec4(y + 1.59603 * v, y - 0.39176 * u - 0.81297 * v, y + 2.01723 * u, 1.0);
}";

/// The shader that turns planes into colours, for all the views of a window.
pub struct PlaneShader {
    context: Context,
    program: Program,
    corners: VertexBuffer<three_d::Vec2>,
}

impl PlaneShader {
    /// Compiles it: nothing where OpenGL is older than 3.3, or than ES 3.0.
    ///
    /// # Errors
    /// When OpenGL refuses it: pictures are then to be converted on the processor.
    pub fn new(gl: Arc<glow::Context>) -> Result<Option<Self>, CoreError> {
        let version = gl.version();
        let needed = if version.is_embedded { (3, 0) } else { (3, 3) };
        if (version.major, version.minor) < needed {
            return Ok(None);
        }
        let context = Context::from_gl_context(gl)?;
        let program = Program::from_source(&context, VERTICES, COLOURS)?;
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let corners = corners.map(|(x, y)| vec2(x, y));
        let corners = VertexBuffer::new_with_data(&context, &corners);
        Ok(Some(Self { context, program, corners }))
    }

    /// What textures are made with.
    pub(super) fn context(&self) -> &Context {
        &self.context
    }

    /// Draws the planes over all of the viewport, within the scissor box that is set.
    pub(super) fn draw(&self, viewport: Viewport, is_mirrored: bool, planes: &PlaneTextures) {
        let mirror = if is_mirrored { vec2(1.0, -1.0) } else { vec2(0.0, 1.0) };
        self.program.use_uniform("mirror", mirror);
        self.program.use_texture("luma", &planes.luma);
        self.program.use_texture("blue", &planes.blue);
        self.program.use_texture("red", &planes.red);
        self.program.use_vertex_attribute("corner", &self.corners);
        let states = RenderStates {
            depth_test: DepthTest::Always,
            write_mask: WriteMask::COLOR,
            ..RenderStates::default()
        };
        self.program.draw_arrays(states, viewport, 6);
    }
}

impl fmt::Debug for PlaneShader {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PlaneShader").finish_non_exhaustive()
    }
}
