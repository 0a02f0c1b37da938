//! A run as one page of HTML: no script, nothing loaded from elsewhere, charts as inline SVG.
//!
//! From the top: what was run and how it ended; what happened, as a timeline; how the call came
//! about, packet by packet; charts over time; the figures; the oracles; the events in words. Colours
//! follow the reader's light or dark scheme. All text that comes from a run is escaped.
//!
//! What has no data has no chart: a trace of the level [`crate::trace::TraceLevel::Hash`] gives the
//! figures and the oracles alone.

mod axis;
mod chart;
mod charts;
mod curve;
mod curve_kind;
mod escape;
#[cfg(test)]
pub(super) mod example;
mod gathering;
mod ladder;
mod lane;
mod mark;
mod page;
mod scale;
mod span;
mod style;
mod tables;
#[cfg(test)]
mod tests;
mod timeline;

pub use page::html;

use axis::Axis;
use chart::Chart;
use curve::Curve;
use curve_kind::CurveKind;
use escape::escape;
use lane::Lane;
use mark::Mark;
use scale::Scale;
use span::Span;
