//! The fields of a stage that are not its model's.

use serde::de::value::StringDeserializer;
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess};

use super::Selection;
use crate::network::Name;

/// A table that hands on all fields but a stage's own, which it keeps.
pub(super) struct OwnFields<A> {
    map: A,
    name: Option<Name>,
    only: Selection,
}

impl<A> OwnFields<A> {
    pub(super) fn new(map: A) -> OwnFields<A> {
        OwnFields { map, name: None, only: Selection::default() }
    }

    pub(super) fn finish(self) -> (Option<Name>, Selection) {
        (self.name, self.only)
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for &mut OwnFields<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        while let Some(key) = self.map.next_key::<String>()? {
            match key.as_str() {
                "name" => self.name = Some(self.map.next_value()?),
                "only" => self.only = self.map.next_value()?,
                _ => {
                    let key: StringDeserializer<A::Error> = key.into_deserializer();
                    return seed.deserialize(key).map(Some);
                }
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
