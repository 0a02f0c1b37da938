//! What becomes of a second device.

use clap::ValueEnum;
use roomrtc_server::hub::SecondDevice;
use serde::{Deserialize, Serialize};

/// The setting `second_device`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SecondDeviceSetting {
    Refuse,
    TakeOver,
}

impl From<SecondDeviceSetting> for SecondDevice {
    fn from(setting: SecondDeviceSetting) -> SecondDevice {
        match setting {
            SecondDeviceSetting::Refuse => SecondDevice::Refuse,
            SecondDeviceSetting::TakeOver => SecondDevice::TakeOver,
        }
    }
}
