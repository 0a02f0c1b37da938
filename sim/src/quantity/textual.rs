//! The text face of a quantity.

/// Gives a [`Quantity`](super::Quantity) the standard traits for reading and writing it.
macro_rules! textual {
    ($name:ident) => {
        impl std::str::FromStr for $name {
            type Err = crate::quantity::QuantityError;

            fn from_str(text: &str) -> Result<$name, Self::Err> {
                <$name as crate::quantity::Quantity>::parse(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&crate::quantity::Quantity::text(*self))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<$name, D::Error> {
                from.deserialize_any(crate::quantity::quantity_visitor::QuantityVisitor::new())
            }
        }
    };
}

pub(super) use textual;
