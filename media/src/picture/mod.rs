//! Uncompressed pictures: I420 (planar 4:2:0, 8 bits), limited range, BT.601.
//!
//! Buffers are recycled through a [`PicturePool`]; a [`PictureFeed`] holds the newest picture for
//! whoever shows it. Also here: conversion from and to the formats
//! of cameras and files, drawing of plain shapes, and the error between two pictures.

mod colour;
mod conversion;
mod conversion_error;
mod drawing;
mod feed_state;
#[allow(clippy::module_inception)]
mod picture;
mod picture_feed;
mod picture_pool;
mod picture_size;
mod picture_size_error;
mod rectangle;
mod rgba;
mod shelf;
mod snapshot;
mod snapshot_error;
mod squared_error;

pub use colour::Colour;
pub use conversion::{read_nv12, read_rgb, read_yuyv, write_rgb};
pub use conversion_error::ConversionError;
pub use picture::Picture;
pub use picture_feed::PictureFeed;
pub use picture_pool::PicturePool;
pub use picture_size::PictureSize;
pub use picture_size_error::PictureSizeError;
pub use rectangle::Rectangle;
pub use rgba::write_rgba;
pub use snapshot::write_png;
pub use snapshot_error::SnapshotError;
pub use squared_error::SquaredError;
