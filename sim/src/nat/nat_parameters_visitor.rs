//! Reading parameters from a name or a table.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};

use super::NatParameters;
use super::nat_table::NatTable;

/// Reads [`NatParameters`] from the name of a kind or from a table.
#[derive(Debug)]
pub(super) struct NatParametersVisitor;

impl<'de> Visitor<'de> for NatParametersVisitor {
    type Value = NatParameters;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a NAT or a table")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<NatParameters, E> {
        name.parse().map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<NatParameters, A::Error> {
        let table = NatTable::deserialize(MapAccessDeserializer::new(map))?;
        table.resolve().map_err(A::Error::custom)
    }
}
