//! Video sources, the H.264 codec and picture measurement.
