//! A network that people know.

use std::str::FromStr;

use super::UnknownPreset;
use super::networks;
use crate::link::LinkParameters;

/// The way of one side's packets to the other and back over a network that people know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// What it is called.
    pub name: &'static str,
    /// What it is like, in a line.
    pub description: &'static str,
    /// What the side in this network sends.
    pub up: Vec<LinkParameters>,
    /// What it receives.
    pub down: Vec<LinkParameters>,
}

impl Preset {
    /// All of them.
    pub fn all() -> Vec<Preset> {
        vec![
            networks::wifi(),
            networks::wifi_crowded(),
            networks::cellular(),
            networks::cellular_weak(),
            networks::satellite(),
            networks::satellite_low(),
            networks::dsl(),
            networks::train(),
        ]
    }

    /// Their names.
    pub fn names() -> Vec<&'static str> {
        Preset::all().into_iter().map(|preset| preset.name).collect()
    }
}

impl FromStr for Preset {
    type Err = UnknownPreset;

    fn from_str(name: &str) -> Result<Preset, UnknownPreset> {
        let mut all = Preset::all().into_iter();
        all.find(|preset| preset.name == name).ok_or_else(|| UnknownPreset(name.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_network_is_found_by_its_own_name() {
        let names = Preset::names();
        for name in &names {
            let preset: Preset = name.parse().expect(name);
            assert_eq!(preset.name, *name);
            assert!(!preset.description.contains('\n') && !preset.up.is_empty());
        }
        let error = "wi-fi".parse::<Preset>().expect_err("no such network").to_string();
        assert!(error.starts_with("there is no network `wi-fi`: there are wifi, "), "{error}");
        assert!(["wifi", "cellular", "satellite"].iter().all(|name| names.contains(name)));
    }
}
