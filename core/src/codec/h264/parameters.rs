//! The format parameters of H.264.

use std::fmt;
use std::str::FromStr;

use base64ct::{Base64, Encoding};

use super::{H264ParametersError, PacketizationMode, ProfileLevelId};

/// What an `a=fmtp` line says of an H.264 payload type, RFC 6184 section 8.1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct H264Parameters {
    /// Sub-profile and level: `profile-level-id`.
    pub profile_level_id: ProfileLevelId,
    /// The payload structures in use: `packetization-mode`.
    pub packetization_mode: PacketizationMode,
    /// Whether the two directions may use different levels: `level-asymmetry-allowed`.
    pub level_asymmetry_allowed: bool,
    /// Parameter sets out of band, in Base64, separated by commas: `sprop-parameter-sets`.
    pub sprop_parameter_sets: Option<String>,
    /// All other parameters, name and value, in the order they came.
    pub other: Vec<(String, String)>,
}

impl H264Parameters {
    /// Parameters of `profile_level_id` and `packetization_mode` with level asymmetry allowed, as
    /// browsers offer them.
    pub fn new(profile_level_id: ProfileLevelId, mode: PacketizationMode) -> H264Parameters {
        H264Parameters {
            profile_level_id,
            packetization_mode: mode,
            level_asymmetry_allowed: true,
            ..H264Parameters::default()
        }
    }

    /// The parameter sets out of band, as NAL units. Those that cannot be read are left out, and
    /// no more than 16 are taken.
    pub fn parameter_sets(&self) -> Vec<Vec<u8>> {
        let texts = self.sprop_parameter_sets.as_deref().unwrap_or_default().split(',');
        let units = texts.take(16).filter_map(|text| Base64::decode_vec(text.trim()).ok());
        units.filter(|unit| !unit.is_empty()).collect()
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), H264ParametersError> {
        match name.to_ascii_lowercase().as_str() {
            "profile-level-id" => self.profile_level_id = value.parse()?,
            "packetization-mode" => {
                let mode = value.parse().ok().and_then(PacketizationMode::from_number);
                self.packetization_mode =
                    mode.ok_or_else(|| H264ParametersError::PacketizationMode(value.to_owned()))?;
            }
            "level-asymmetry-allowed" => self.level_asymmetry_allowed = value == "1",
            "sprop-parameter-sets" => self.sprop_parameter_sets = Some(value.to_owned()),
            _ => self.other.push((name.to_owned(), value.to_owned())),
        }
        Ok(())
    }
}

impl FromStr for H264Parameters {
    type Err = H264ParametersError;

    /// Reads what follows the payload type in an `a=fmtp` line. Names are matched without regard
    /// to case, white space around names and values is ignored, and the last of a repeated
    /// parameter counts.
    fn from_str(text: &str) -> Result<H264Parameters, H264ParametersError> {
        let mut parameters = H264Parameters::default();
        for parameter in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            parameters.set(name.trim(), value.trim())?;
        }
        Ok(parameters)
    }
}

impl fmt::Display for H264Parameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.level_asymmetry_allowed {
            f.write_str("level-asymmetry-allowed=1;")?;
        }
        let mode = self.packetization_mode.number();
        write!(f, "packetization-mode={mode};profile-level-id={}", self.profile_level_id)?;
        if let Some(sets) = &self.sprop_parameter_sets {
            write!(f, ";sprop-parameter-sets={sets}")?;
        }
        for (name, value) in &self.other {
            let equals = if value.is_empty() { "" } else { "=" };
            write!(f, ";{name}{equals}{value}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::h264::{Level, Profile};

    #[test]
    fn parameter_sets_out_of_band_are_decoded() {
        let read = |text: &str| text.parse::<H264Parameters>().expect(text).parameter_sets();
        let fmtp = "profile-level-id=42e01f;sprop-parameter-sets=Z0LgHw==,aM48gA==,no base64";
        assert_eq!(read(fmtp), [vec![0x67, 0x42, 0xe0, 0x1f], vec![0x68, 0xce, 0x3c, 0x80]]);
        assert!(read("profile-level-id=42e01f").is_empty());
    }

    #[test]
    fn browsers_parameters_come_back_as_they_were() {
        let text = "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f";
        let parameters: H264Parameters = text.parse().expect("valid parameters");
        assert!(parameters.level_asymmetry_allowed);
        assert_eq!(parameters.packetization_mode, PacketizationMode::NonInterleaved);
        assert_eq!(parameters.profile_level_id.profile(), Profile::ConstrainedBaseline);
        assert_eq!(parameters.to_string(), text);
    }

    #[test]
    fn absent_parameters_have_the_defaults_of_the_rfc() {
        let parameters: H264Parameters = "".parse().expect("valid parameters");
        assert!(!parameters.level_asymmetry_allowed);
        assert_eq!(parameters.packetization_mode, PacketizationMode::SingleNalUnit);
        assert_eq!(parameters.profile_level_id.level(), Level::L1);
    }

    #[test]
    fn odd_spelling_is_read_and_the_unknown_is_kept() {
        let text = " Profile-Level-ID=42E01F ; max-fs=3600;; odd; sprop-parameter-sets=Z0I=,aM4=;";
        let parameters: H264Parameters = text.parse().expect("valid parameters");
        assert_eq!(
            parameters.to_string(),
            "packetization-mode=0;profile-level-id=42e01f;sprop-parameter-sets=Z0I=,aM4=;\
             max-fs=3600;odd"
        );
    }

    #[test]
    fn wrong_parameters_say_why() {
        let wrong = |text: &str| text.parse::<H264Parameters>().expect_err("wrong").to_string();
        assert_eq!(wrong("packetization-mode=3"), "packetization-mode \"3\" is not 0, 1 or 2");
        assert_eq!(wrong("profile-level-id=1"), "profile-level-id: not six hexadecimal digits");
    }
}
