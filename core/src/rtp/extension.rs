//! One element of a header extension.

use super::ExtensionForm;

/// One element of a header extension, RFC 8285.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extension<'a> {
    /// Its local identifier, as `a=extmap` maps it.
    pub id: u8,
    /// Its content.
    pub content: &'a [u8],
}

impl<'a> Extension<'a> {
    /// The element `id` with `content`.
    pub const fn new(id: u8, content: &'a [u8]) -> Extension<'a> {
        Extension { id, content }
    }

    /// Appends a whole header extension of `elements`, its number and length included, in the
    /// one-byte form where all elements fit it, else in the two-byte form.
    ///
    /// Elements with identifier 0 or over 255 bytes of content fit neither and are left out.
    pub fn write_block<'e>(
        elements: impl Iterator<Item = Extension<'e>> + Clone,
        output: &mut Vec<u8>,
    ) {
        let fits_one = |e: Extension<'_>| matches!(e.id, 1..15) && matches!(e.content.len(), 1..17);
        let is_one_byte = elements.clone().all(fits_one);
        let form = if is_one_byte { ExtensionForm::OneByte } else { ExtensionForm::TwoByte };
        output.extend_from_slice(&form.profile().to_be_bytes());
        output.extend_from_slice(&[0, 0]);
        let start = output.len();
        for element in elements.filter(|e| e.id != 0 && e.content.len() < 256) {
            element.write(form, output);
        }
        let words = (output.len() - start).div_ceil(4);
        output.resize(start + words * 4, 0);
        output[start - 2..start].copy_from_slice(&(words as u16).to_be_bytes());
    }

    fn write(&self, form: ExtensionForm, output: &mut Vec<u8>) {
        let length = self.content.len() as u8;
        match form {
            ExtensionForm::OneByte => output.push(self.id << 4 | length.wrapping_sub(1) & 0x0f),
            ExtensionForm::TwoByte => output.extend_from_slice(&[self.id, length]),
        }
        output.extend_from_slice(self.content);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_elements_take_the_one_byte_form() {
        let mut output = vec![9];
        let elements = [Extension::new(1, &[7]), Extension::new(14, &[1, 2, 3])];
        Extension::write_block(elements.into_iter(), &mut output);
        assert_eq!(output, [9, 0xbe, 0xde, 0, 2, 0x10, 7, 0xe2, 1, 2, 3, 0, 0]);
    }

    #[test]
    fn an_element_that_does_not_fit_forces_the_two_byte_form() {
        for (id, content) in [(15, &[7][..]), (1, &[][..])] {
            let mut output = Vec::new();
            Extension::write_block([Extension::new(id, content)].into_iter(), &mut output);
            assert_eq!(&output[..2], [0x10, 0x00]);
            assert_eq!(output[4..6], [id, content.len() as u8]);
        }
    }
}
