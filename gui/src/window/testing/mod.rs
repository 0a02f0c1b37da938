//! What tests of the views share: triangles drawn on the processor, and pictures compared.
//!
//! `egui_kittest` can draw with a graphics card only, which machines that test may not have. [`Raster`]
//! draws what egui tessellates, exactly and slowly. Left out: paint callbacks, for which it has no
//! OpenGL; videos are drawn as textures here.

mod onlooker;
mod raster;
mod reporter;
pub(crate) mod scenes;
mod shared_raster;
mod snapshot;
mod stage;
mod texel;
mod triangle;

pub(crate) use onlooker::{Onlooker, fill, press, sees};
pub(crate) use reporter::Reporter;
pub(crate) use shared_raster::SharedRaster;
pub(crate) use snapshot::assert_same;
pub(crate) use stage::Stage;

use raster::Raster;
use triangle::Triangle;
