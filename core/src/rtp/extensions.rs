//! The elements of a received header extension.

use super::{Extension, ExtensionForm};

/// Iterates over the elements of a header extension, RFC 8285 sections 4.2 and 4.3.
///
/// Padding is skipped. An element that is cut off ends the iteration, and so does identifier 15
/// of the one-byte form.
#[derive(Clone, Copy, Debug)]
pub struct Extensions<'a> {
    form: ExtensionForm,
    rest: &'a [u8],
}

impl<'a> Extensions<'a> {
    /// The elements in the content of a header extension.
    pub const fn new(form: ExtensionForm, content: &'a [u8]) -> Extensions<'a> {
        Extensions { form, rest: content }
    }

    /// The form of the elements.
    pub const fn form(&self) -> ExtensionForm {
        self.form
    }

    /// The next element's identifier and length, and what follows its header.
    fn split_header(&self) -> Option<(u8, usize, &'a [u8])> {
        let (first, rest) = self.rest.split_first()?;
        if *first == 0 {
            return Some((0, 0, rest));
        }
        match self.form {
            ExtensionForm::OneByte if first >> 4 == 15 => None,
            ExtensionForm::OneByte => Some((first >> 4, usize::from(first & 0x0f) + 1, rest)),
            ExtensionForm::TwoByte => {
                let (length, rest) = rest.split_first()?;
                Some((*first, usize::from(*length), rest))
            }
        }
    }
}

impl<'a> Iterator for Extensions<'a> {
    type Item = Extension<'a>;

    fn next(&mut self) -> Option<Extension<'a>> {
        loop {
            let (id, length, rest) = self.split_header()?;
            let (content, rest) = rest.split_at_checked(length)?;
            self.rest = rest;
            if id != 0 {
                return Some(Extension { id, content });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(form: ExtensionForm, content: &[u8]) -> Vec<(u8, usize)> {
        Extensions::new(form, content).map(|e| (e.id, e.content.len())).collect()
    }

    #[test]
    fn padding_between_elements_is_skipped() {
        assert_eq!(ids(ExtensionForm::OneByte, &[0, 0x10, 1, 0, 0, 0x21, 1, 2]), [(1, 1), (2, 2)]);
        assert_eq!(ids(ExtensionForm::TwoByte, &[0, 1, 0, 0, 200, 1, 5, 0]), [(1, 0), (200, 1)]);
    }

    #[test]
    fn a_cut_element_and_identifier_15_end_it() {
        assert_eq!(ids(ExtensionForm::OneByte, &[0x10, 1, 0x22, 1, 2]), [(1, 1)]);
        assert_eq!(ids(ExtensionForm::OneByte, &[0x10, 1, 0xf0, 1, 0x20, 1]), [(1, 1)]);
        assert_eq!(ids(ExtensionForm::TwoByte, &[1]), []);
    }
}
