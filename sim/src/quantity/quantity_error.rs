//! Why something is no quantity.

use super::Quantity;

/// Why a text or a number is not the quantity that is wanted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// It does not begin with a decimal number.
    #[error("`{text}` is not {name}: write it as `{example}`")]
    NoNumber {
        /// What was written.
        text: String,
        /// What was wanted.
        name: &'static str,
        /// How one is written.
        example: &'static str,
    },
    /// Its unit is not known.
    #[error("`{unit}` in `{text}` is no unit of {name}: there are {known}")]
    UnknownUnit {
        /// What was written.
        text: String,
        /// The unit in it.
        unit: String,
        /// What was wanted.
        name: &'static str,
        /// The units there are.
        known: String,
    },
    /// It has no unit where only the unit says what it is.
    #[error("`{0}` has no unit: write a number of bytes (`64 KiB`) or a span of time (`20 ms`)")]
    NoUnit(String),
    /// There is no such quantity.
    #[error("`{text}` is out of range for {name}: write it as `{example}`")]
    OutOfRange {
        /// What was written.
        text: String,
        /// What was wanted.
        name: &'static str,
        /// How one is written.
        example: &'static str,
    },
}

impl QuantityError {
    pub(super) fn text<Q: Quantity>(text: &str) -> QuantityError {
        QuantityError::NoNumber { text: text.into(), name: Q::NAME, example: Q::EXAMPLE }
    }

    pub(super) fn unit<Q: Quantity>(text: &str, unit: &str) -> QuantityError {
        let names: Vec<&str> = Q::UNITS.iter().map(|(name, _)| *name).collect();
        let (text, unit, known) = (text.into(), unit.into(), names.join(", "));
        QuantityError::UnknownUnit { text, unit, name: Q::NAME, known }
    }

    pub(super) fn range<Q: Quantity>(text: &str) -> QuantityError {
        QuantityError::OutOfRange { text: text.into(), name: Q::NAME, example: Q::EXAMPLE }
    }
}
