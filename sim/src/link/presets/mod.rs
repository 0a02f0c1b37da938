//! Networks that people know, as chains of models.

mod networks;
mod preset;
mod unknown_preset;

pub use preset::Preset;
pub use unknown_preset::UnknownPreset;
