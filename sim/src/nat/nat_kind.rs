//! The nine kinds.

use std::fmt;
use std::str::FromStr;

use super::{Dependence, UnknownNat};

/// One of the nine kinds of translators: a mapping and a filtering behaviour.
///
/// Their names are those of RFC 6888 and its kin: `eim`, `adm` or `apdm` for endpoint-independent,
/// address-dependent and address-and-port-dependent mapping, then `eif`, `adf` or `apdf` for
/// filtering, as in `eim-apdf`. Four have classical names too (RFC 3489 section 5): `full-cone`,
/// `restricted-cone`, `port-restricted` and `symmetric`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NatKind {
    /// What the external port depends on.
    pub mapping: Dependence,
    /// What may come in.
    pub filtering: Dependence,
}

impl NatKind {
    /// `eim-eif`.
    pub const FULL_CONE: NatKind =
        NatKind::new(Dependence::EndpointIndependent, Dependence::EndpointIndependent);

    /// `eim-adf`.
    pub const RESTRICTED_CONE: NatKind =
        NatKind::new(Dependence::EndpointIndependent, Dependence::AddressDependent);

    /// `eim-apdf`.
    pub const PORT_RESTRICTED: NatKind =
        NatKind::new(Dependence::EndpointIndependent, Dependence::AddressAndPortDependent);

    /// `apdm-apdf`.
    pub const SYMMETRIC: NatKind =
        NatKind::new(Dependence::AddressAndPortDependent, Dependence::AddressAndPortDependent);

    /// The kind of this mapping and filtering.
    pub const fn new(mapping: Dependence, filtering: Dependence) -> NatKind {
        NatKind { mapping, filtering }
    }

    /// All nine, by mapping, then by filtering.
    pub fn all() -> impl Iterator<Item = NatKind> {
        let of = |mapping| Dependence::ALL.into_iter().map(move |f| NatKind::new(mapping, f));
        Dependence::ALL.into_iter().flat_map(of)
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        use Dependence::{AddressAndPortDependent, AddressDependent, EndpointIndependent};
        match (self.mapping, self.filtering) {
            (EndpointIndependent, EndpointIndependent) => "eim-eif",
            (EndpointIndependent, AddressDependent) => "eim-adf",
            (EndpointIndependent, AddressAndPortDependent) => "eim-apdf",
            (AddressDependent, EndpointIndependent) => "adm-eif",
            (AddressDependent, AddressDependent) => "adm-adf",
            (AddressDependent, AddressAndPortDependent) => "adm-apdf",
            (AddressAndPortDependent, EndpointIndependent) => "apdm-eif",
            (AddressAndPortDependent, AddressDependent) => "apdm-adf",
            (AddressAndPortDependent, AddressAndPortDependent) => "apdm-apdf",
        }
    }
}

impl fmt::Display for NatKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for NatKind {
    type Err = UnknownNat;

    fn from_str(name: &str) -> Result<NatKind, UnknownNat> {
        match name {
            "full-cone" => Ok(NatKind::FULL_CONE),
            "restricted-cone" => Ok(NatKind::RESTRICTED_CONE),
            "port-restricted" => Ok(NatKind::PORT_RESTRICTED),
            "symmetric" => Ok(NatKind::SYMMETRIC),
            _ => {
                NatKind::all().find(|kind| kind.name() == name).ok_or_else(|| UnknownNat::of(name))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_names_lead_back_to_nine_kinds() {
        let all: Vec<NatKind> = NatKind::all().collect();
        assert_eq!(all.len(), 9);
        assert!(all.is_sorted());
        assert!(all.iter().all(|kind| kind.name().parse() == Ok(*kind)));
        assert_eq!("symmetric".parse::<NatKind>().map(NatKind::name), Ok("apdm-apdf"));
        assert_eq!("port-restricted".parse::<NatKind>().map(NatKind::name), Ok("eim-apdf"));
        assert!("cone".parse::<NatKind>().is_err());
    }
}
