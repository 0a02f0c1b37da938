//! What became of a stage.

/// What became of a stage of connecting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StageState {
    /// It was not come to.
    #[default]
    NotReached,
    /// It is being tried.
    Running,
    /// It has worked.
    Done,
    /// It has not worked.
    Failed,
    /// It was not wanted: no pictures are sent.
    Skipped,
}
