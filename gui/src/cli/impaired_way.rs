//! Which datagrams are impaired.

/// Which of a client's datagrams go through a bad network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ImpairedWay {
    /// Those that it sends.
    Up,
    /// Those that it receives.
    Down,
    /// Both.
    #[default]
    Both,
}
