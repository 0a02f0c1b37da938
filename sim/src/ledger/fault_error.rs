//! Why a text is no fault.

use crate::network::NameError;
use crate::quantity::QuantityError;

/// Why a text is no fault or no fate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultError {
    /// It does not say which packet, stage or happening it is of.
    #[error(
        "`{0}` is no fault: write `caller-up 17 loss: dropped`, \
         `caller-up 17 copy 1 loss: dropped` or `happening 0`"
    )]
    Form(String),
    /// What happens to the packet is not known.
    #[error(
        "`{0}` is nothing that happens to a packet: there are `dropped`, `late by 20 ms`, \
         `duplicated late by 5 ms`, `bits flipped at 0 17`, `marked` and \
         `held back by 3 packets at most 50 ms`"
    )]
    Fate(String),
    /// A time in it is none.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
    /// A name in it is none.
    #[error(transparent)]
    Name(#[from] NameError),
}
