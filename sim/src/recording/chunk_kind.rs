//! What a chunk holds.

/// What a chunk of a recording holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChunkKind {
    /// How a session began.
    Opening,
    /// Entries: inputs and what came of them.
    Entries,
    /// How a session ended.
    Ending,
}

impl ChunkKind {
    /// The number that stands for it in a file.
    pub(super) const fn code(self) -> u8 {
        match self {
            ChunkKind::Opening => 1,
            ChunkKind::Entries => 2,
            ChunkKind::Ending => 3,
        }
    }

    /// The one of a number in a file.
    pub(super) fn from_code(code: u8) -> Option<ChunkKind> {
        let all = [ChunkKind::Opening, ChunkKind::Entries, ChunkKind::Ending];
        all.into_iter().find(|kind| kind.code() == code)
    }
}
