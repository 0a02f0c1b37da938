//! Something scripted, or a verdict on the run.

use super::{Canonical, HappeningPhase};

/// Something scripted that happens, or something that the run says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// Whether it begins, ends, or has no length.
    pub phase: HappeningPhase,
    /// Its name: `outage`, `clock-suspension`, `server-restart`, `oracle-broken`.
    pub name: &'static str,
    /// What else is worth telling, in one line.
    pub detail: String,
}

impl Happening {
    /// Something that begins now.
    pub fn begins(name: &'static str, detail: impl Into<String>) -> Happening {
        Happening { phase: HappeningPhase::Begins, name, detail: detail.into() }
    }

    /// Something that ends now.
    pub fn ends(name: &'static str, detail: impl Into<String>) -> Happening {
        Happening { phase: HappeningPhase::Ends, name, detail: detail.into() }
    }

    /// Something that happens in a moment.
    pub fn occurs(name: &'static str, detail: impl Into<String>) -> Happening {
        Happening { phase: HappeningPhase::Occurs, name, detail: detail.into() }
    }

    pub(super) fn encode(&self, canonical: &mut Canonical) {
        canonical.byte(self.phase as u8);
        canonical.text(self.name);
        canonical.text(&self.detail);
    }
}
