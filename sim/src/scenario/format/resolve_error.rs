//! Why a scenario file resolves to nothing.

/// Why a scenario file does not resolve. Every place is written as `links[0].loss`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError {
    /// There is no parameter of this name.
    #[error("there is no parameter `{name}`: there {known}")]
    UnknownParameter {
        /// The name.
        name: String,
        /// The names there are, as the end of the sentence.
        known: String,
    },
    /// A value is not of the kind of its parameter.
    #[error("`{value}` is no value for `{name}`, which is {wanted}")]
    WrongKind {
        /// The name of the parameter.
        name: String,
        /// What was written.
        value: String,
        /// What the parameter is.
        wanted: String,
    },
    /// The ends of a range are not numbers of one kind, the lower first.
    #[error("{place}: `from` and `to` must be two numbers with the same unit, the lower first")]
    Range {
        /// Where.
        place: String,
    },
    /// A list to choose from is no list, or is empty.
    #[error("{place}: there is nothing to choose from in the list")]
    NoChoice {
        /// Where.
        place: String,
    },
    /// An `each` within a choice, or over something that is not settled.
    #[error("{place}: `each` cannot stand within another choice, nor hold one")]
    NestedEach {
        /// Where.
        place: String,
    },
    /// There are more cases than anyone can run.
    #[error("there are more than {most} cases")]
    TooManyCases {
        /// The most there may be.
        most: usize,
    },
    /// The case is not one of this file.
    #[error("the case says nothing of {place}")]
    OtherCase {
        /// The place of the `each` that it says nothing of.
        place: String,
    },
    /// The resolved table is no scenario.
    #[error("{0}")]
    Contents(String),
}
