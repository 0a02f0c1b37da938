//! What a test needs and a machine may lack.

use std::env;
use std::io::Write;

/// Says loudly that a test is skipped, for `what` is missing, and `why`.
///
/// # Panics
/// Where nothing may be missing: with `CI=true` or `ROOMRTC_INTEROP=required` in the environment.
pub fn missing(what: &str, why: &str) {
    let is = |name: &str, value: &str| env::var(name).as_deref() == Ok(value);
    let is_required = is("CI", "true") || is("ROOMRTC_INTEROP", "required");
    assert!(!is_required, "a test needs {what}: {why}");
    // Past the capture of the test harness, which would keep it quiet.
    let _ = writeln!(std::io::stderr(), "SKIPPED for want of {what}: {why}");
}
