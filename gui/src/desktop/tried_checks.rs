//! What was tried to find a way.

/// What was tried to find a way to the other side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TriedChecks {
    /// The candidates of this side, each as its kind and its address.
    pub local: Vec<String>,
    /// The candidates of the other side.
    pub remote: Vec<String>,
    /// Connectivity checks begun.
    pub sent: u64,
    /// Of these, those that were answered.
    pub answered: u64,
    /// Checks of the other side that have come.
    pub received: u64,
}
