//! What is shown of the log.

/// What is shown of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogView {
    /// The least grave level that is shown.
    pub level: tracing::Level,
    /// The part of the program whose lines are shown, the path of a module; all where it is empty.
    pub target: String,
    /// What the lines that are shown have in them, in either case.
    pub search: String,
}

impl Default for LogView {
    fn default() -> LogView {
        LogView { level: tracing::Level::INFO, target: String::new(), search: String::new() }
    }
}
