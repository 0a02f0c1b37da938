//! An interface as it is written.

use serde::Deserialize;

use super::InterfaceParameters;
use crate::link::{LinkParameters, Preset, UnknownPreset};
use crate::nat::NatParameters;

/// What may be written of an interface: beside what it has in the end, a network that people know.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct InterfaceFields {
    ipv6: bool,
    nats: Vec<NatParameters>,
    network: Option<String>,
    up: Vec<LinkParameters>,
    down: Vec<LinkParameters>,
}

impl TryFrom<InterfaceFields> for InterfaceParameters {
    type Error = UnknownPreset;

    fn try_from(fields: InterfaceFields) -> Result<InterfaceParameters, UnknownPreset> {
        let InterfaceFields { ipv6, nats, network, mut up, mut down } = fields;
        if let Some(network) = network {
            let preset: Preset = network.parse()?;
            up = preset.up.into_iter().chain(up).collect();
            down = preset.down.into_iter().chain(down).collect();
        }
        Ok(InterfaceParameters { ipv6, nats, up, down })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_stands_before_what_else_is_written() {
        let text = "network = \"wifi\"\nup = [{ model = \"loss\", share = \"5 %\" }]";
        let read: InterfaceParameters = toml::from_str(text).expect("an interface");
        let wifi: Preset = "wifi".parse().expect("a network");
        assert_eq!(read.up[..read.up.len() - 1], wifi.up);
        assert_eq!(read.up.last().map(|stage| stage.model.kind()), Some("loss"));
        assert_eq!(read.down, wifi.down);
        let written = toml::to_string(&read).expect("TOML");
        assert_eq!(toml::from_str::<InterfaceParameters>(&written), Ok(read));
        let error = toml::from_str::<InterfaceParameters>("network = \"moon\"").expect_err("none");
        assert!(error.to_string().contains("moon"), "{error}");
    }
}
