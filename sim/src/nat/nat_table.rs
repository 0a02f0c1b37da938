//! Parameters as a table has them.

use serde::Deserialize;

use super::{Dependence, Hairpinning, NatParameters, PortAssignment, PortCollision, UnknownNat};
use crate::quantity::Span;

/// The fields of [`NatParameters`], all optional, and `kind` for two of them.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NatTable {
    kind: Option<String>,
    translates: Option<bool>,
    mapping: Option<Dependence>,
    filtering: Option<Dependence>,
    hairpinning: Option<Hairpinning>,
    port_assignment: Option<PortAssignment>,
    port_collision: Option<PortCollision>,
    preserves_parity: Option<bool>,
    binding_timeout: Option<Span>,
    refreshes_inbound: Option<bool>,
    most_bindings: Option<usize>,
}

impl NatTable {
    /// The parameters, or what is wrong with the table in words.
    pub(super) fn resolve(self) -> Result<NatParameters, String> {
        let has_axes = self.mapping.is_some() || self.filtering.is_some();
        if self.kind.is_some() && has_axes {
            return Err("a NAT has either `kind` or `mapping` and `filtering`".to_owned());
        }
        let named = self.kind.as_deref().map(str::parse).transpose();
        let base: NatParameters =
            named.map_err(|error: UnknownNat| error.to_string())?.unwrap_or_default();
        Ok(NatParameters {
            translates: self.translates.unwrap_or(base.translates),
            mapping: self.mapping.unwrap_or(base.mapping),
            filtering: self.filtering.unwrap_or(base.filtering),
            hairpinning: self.hairpinning.unwrap_or(base.hairpinning),
            port_assignment: self.port_assignment.unwrap_or(base.port_assignment),
            port_collision: self.port_collision.unwrap_or(base.port_collision),
            preserves_parity: self.preserves_parity.unwrap_or(base.preserves_parity),
            binding_timeout: self.binding_timeout.unwrap_or(base.binding_timeout),
            refreshes_inbound: self.refreshes_inbound.unwrap_or(base.refreshes_inbound),
            most_bindings: self.most_bindings.unwrap_or(base.most_bindings),
        })
    }
}
