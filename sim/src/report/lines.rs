//! A run as lines of text.

use crate::trace::Trace;

/// One line for every event that `trace` kept, as [`crate::trace`] documents them; a last line,
/// which begins with `#`, says how many events there were, how many were left out, and the hash.
pub fn lines(trace: &Trace) -> impl Iterator<Item = String> {
    let (events, left_out) = (trace.tally().events(), trace.left_out());
    let last = format!("# events={events} left-out={left_out} hash={:016x}", trace.hash());
    let lines = trace.events().iter().map(|event| trace.line(event).to_string());
    lines.chain([last])
}
