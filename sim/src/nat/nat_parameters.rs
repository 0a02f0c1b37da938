//! How a translator behaves.

use std::str::FromStr;

use serde::de::Deserializer;
use serde::{Deserialize, Serialize};

use super::nat_parameters_visitor::NatParametersVisitor;
use super::{Dependence, Hairpinning, NatKind, PortAssignment, PortCollision, UnknownNat};
use crate::quantity::Span;

/// How a translator behaves.
///
/// In a scenario it is the name of a kind, `"port-restricted"`, or a table with `kind` or `mapping`
/// and `filtering`, and whatever else differs from the default:
/// `{ kind = "eim-apdf", hairpinning = "external-source", binding-timeout = "30 s" }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct NatParameters {
    /// Whether addresses are translated at all: if not, it is a firewall.
    pub translates: bool,
    /// What the external port depends on.
    pub mapping: Dependence,
    /// What may come in.
    pub filtering: Dependence,
    /// Packets from the inside to the external address.
    pub hairpinning: Hairpinning,
    /// Which external port a mapping gets.
    pub port_assignment: PortAssignment,
    /// What happens where the port to be preserved is taken.
    pub port_collision: PortCollision,
    /// Whether an even port is mapped to an even one and an odd one to an odd one, RFC 4787
    /// section 4.2.2.
    pub preserves_parity: bool,
    /// After how long a binding that is not refreshed is forgotten, RFC 4787 section 4.3. The same
    /// holds for each remote endpoint that may send in.
    pub binding_timeout: Span,
    /// Whether packets in refresh a binding as packets out do.
    pub refreshes_inbound: bool,
    /// Bindings at most, of at most 32,000; packets that would need one more are dropped.
    pub most_bindings: usize,
}

impl NatParameters {
    /// A translator of this kind; the rest is the default.
    pub fn of(kind: NatKind) -> NatParameters {
        let NatKind { mapping, filtering } = kind;
        NatParameters { mapping, filtering, ..NatParameters::default() }
    }

    /// A firewall with this filtering.
    pub fn firewall(filtering: Dependence) -> NatParameters {
        NatParameters { translates: false, filtering, ..NatParameters::default() }
    }

    /// Its mapping and filtering.
    pub fn kind(&self) -> NatKind {
        NatKind::new(self.mapping, self.filtering)
    }
}

impl Default for NatParameters {
    /// Endpoint-independent mapping and filtering without hairpinning; random ports; the timeout of
    /// REQ-5, two minutes.
    fn default() -> NatParameters {
        NatParameters {
            translates: true,
            mapping: Dependence::EndpointIndependent,
            filtering: Dependence::EndpointIndependent,
            hairpinning: Hairpinning::None,
            port_assignment: PortAssignment::Random,
            port_collision: PortCollision::Another,
            preserves_parity: false,
            binding_timeout: Span::secs(120),
            refreshes_inbound: false,
            most_bindings: 4_096,
        }
    }
}

impl FromStr for NatParameters {
    type Err = UnknownNat;

    /// Of a kind's name, or `firewall`: one that lets in only what was sent to.
    fn from_str(name: &str) -> Result<NatParameters, UnknownNat> {
        match name {
            "firewall" => Ok(NatParameters::firewall(Dependence::AddressAndPortDependent)),
            _ => name.parse().map(NatParameters::of),
        }
    }
}

impl<'de> Deserialize<'de> for NatParameters {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<NatParameters, D::Error> {
        deserializer.deserialize_any(NatParametersVisitor)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn read(text: &str) -> Result<NatParameters, String> {
        let read: Result<BTreeMap<String, NatParameters>, _> = toml::from_str(text);
        read.map(|mut all| all.remove("nat").unwrap()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_name_or_a_table_is_read() {
        assert_eq!(read("nat = 'symmetric'"), Ok(NatParameters::of(NatKind::SYMMETRIC)));
        assert!(!read("nat = 'firewall'").unwrap().translates);
        let table = "nat = { kind = 'eim-adf', hairpinning = 'internal-source', \
                     port-assignment = 'preserve', binding-timeout = '5 ms' }";
        let read_table = read(table).unwrap();
        assert_eq!(read_table.kind(), NatKind::RESTRICTED_CONE);
        assert_eq!(read_table.hairpinning, Hairpinning::InternalSource);
        assert_eq!(read_table.port_assignment, PortAssignment::Preserve);
        assert_eq!(read_table.binding_timeout, Span::millis(5));
        let axes = "nat = { mapping = 'address-dependent', filtering = 'endpoint-independent' }";
        assert_eq!(read(axes).unwrap().kind().name(), "adm-eif");
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert!(read("nat = 'cone'").unwrap_err().contains("unknown NAT `cone`"));
        assert!(read("nat = { kind = 'cone' }").unwrap_err().contains("unknown NAT `cone`"));
        assert!(read("nat = { kind = 'symmetric', colour = 1 }").unwrap_err().contains("colour"));
        let twice = "nat = { kind = 'symmetric', mapping = 'address-dependent' }";
        assert!(read(twice).unwrap_err().contains("either"));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let parameters =
            NatParameters { most_bindings: 3, ..NatParameters::of(NatKind::SYMMETRIC) };
        let text = toml::to_string(&BTreeMap::from([("nat", &parameters)])).unwrap();
        assert_eq!(read(&text), Ok(parameters));
    }
}
