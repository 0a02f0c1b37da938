//! Reading a quantity out of any format.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};

use super::Quantity;

/// Takes a text with a unit or a plain number.
pub(super) struct QuantityVisitor<Q>(PhantomData<Q>);

impl<Q> QuantityVisitor<Q> {
    pub(super) fn new() -> QuantityVisitor<Q> {
        QuantityVisitor(PhantomData)
    }
}

impl<Q: Quantity> Visitor<'_> for QuantityVisitor<Q> {
    type Value = Q;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} such as \"{}\"", Q::NAME, Q::EXAMPLE)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Q, E> {
        Q::parse(text).map_err(E::custom)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Q, E> {
        Q::parse(&number.to_string()).map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Q, E> {
        Q::parse(&number.to_string()).map_err(E::custom)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Q, E> {
        Q::from_number(number).map_err(E::custom)
    }
}
