//! Reading a stage.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};

use super::own_fields::OwnFields;
use super::{LinkParameters, Model};

/// Takes a stage's own fields out of the table and leaves the rest to the model, which refuses
/// fields that it does not know.
pub(super) struct ParametersVisitor;

impl<'de> Visitor<'de> for ParametersVisitor {
    type Value = LinkParameters;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a model of a link with its parameters")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<LinkParameters, A::Error> {
        let mut fields = OwnFields::new(map);
        let model = Model::deserialize(MapAccessDeserializer::new(&mut fields))?;
        let (name, only) = fields.finish();
        Ok(LinkParameters { model, name, only })
    }
}
