//! A name that no translator has.

/// Neither one of the nine kinds, nor a classical name, nor `firewall`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "unknown NAT `{0}`: one of eim-eif, eim-adf, eim-apdf, adm-eif, adm-adf, adm-apdf, apdm-eif, \
     apdm-adf, apdm-apdf, full-cone, restricted-cone, port-restricted, symmetric, firewall"
)]
pub struct UnknownNat(
    /// The name.
    pub String,
);

impl UnknownNat {
    pub(super) fn of(name: &str) -> UnknownNat {
        UnknownNat(name.to_owned())
    }
}
