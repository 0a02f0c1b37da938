//! The two forms of header extension elements.

/// How the elements of a header extension are laid out, RFC 8285 section 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExtensionForm {
    /// One byte of header each: identifiers 1 to 14, contents of 1 to 16 bytes.
    OneByte,
    /// Two bytes of header each: identifiers 1 to 255, contents of 0 to 255 bytes.
    TwoByte,
}

impl ExtensionForm {
    /// The form that the profile-defined number of an extension states.
    pub fn from_profile(profile: u16) -> Option<ExtensionForm> {
        match profile {
            0xbede => Some(ExtensionForm::OneByte),
            0x1000..=0x100f => Some(ExtensionForm::TwoByte),
            _ => None,
        }
    }

    /// The profile-defined number that states this form.
    pub fn profile(self) -> u16 {
        match self {
            ExtensionForm::OneByte => 0xbede,
            ExtensionForm::TwoByte => 0x1000,
        }
    }

    /// Bytes before the content of each element.
    pub fn header_length(self) -> usize {
        match self {
            ExtensionForm::OneByte => 1,
            ExtensionForm::TwoByte => 2,
        }
    }
}
