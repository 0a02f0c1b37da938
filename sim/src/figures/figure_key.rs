//! What a figure is of.

use std::fmt;

/// What a figure is of: its name, and its host unless it is of the whole run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureKey {
    /// The name of the host; none for a figure of the run.
    pub host: Option<String>,
    /// The name of the figure: `connect-time`.
    pub name: &'static str,
}

impl fmt::Display for FigureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.host {
            Some(host) => write!(f, "{host}.{}", self.name),
            None => f.write_str(self.name),
        }
    }
}
