//! Reading bytes of which only parts were kept.

use roomrtc_core::wire::ByteReader;

use super::{ReadError, numbers};

/// What stands where bytes were left out. It makes no start code of H.264, and no zero byte that
/// could end a NAL unit.
pub(super) const FILLING: u8 = 0xaa;

/// The most bytes of anything in a recording: a frame of 16 MiB.
pub(super) const MOST: usize = 16 << 20;

/// Reads what [`super::sparse_writer::SparseWriter`] has written, and appends it, filled in, to
/// `output`.
///
/// # Errors
/// [`ReadError`] if the parts do not add up, or there are more than `most` bytes.
pub(super) fn read(
    reader: &mut ByteReader<'_>,
    most: usize,
    output: &mut Vec<u8>,
) -> Result<(), ReadError> {
    let total = length(reader, most)?;
    let mut position = 0;
    while position < total {
        let gap = length(reader, total - position)?;
        position += gap;
        output.resize(output.len() + gap, FILLING);
        if position == total {
            break;
        }
        let part = numbers::read_bytes(reader)?;
        if part.is_empty() || part.len() > total - position {
            return Err(ReadError::Malformed);
        }
        position += part.len();
        output.extend_from_slice(part);
    }
    Ok(())
}

fn length(reader: &mut ByteReader<'_>, most: usize) -> Result<usize, ReadError> {
    let length = usize::try_from(numbers::read(reader)?).unwrap_or(usize::MAX);
    if length > most { Err(ReadError::Malformed) } else { Ok(length) }
}

#[cfg(test)]
mod tests {
    use super::super::sparse_writer::SparseWriter;
    use super::*;

    type Ranges<'a> = &'a [std::ops::Range<usize>];

    fn written(bytes: &[u8], kept: Ranges<'_>) -> Vec<u8> {
        let mut output = Vec::new();
        let mut writer = SparseWriter::new(bytes, &mut output);
        kept.iter().for_each(|range| writer.keep(range.clone()));
        writer.finish();
        output
    }

    #[test]
    fn what_is_kept_is_read_and_the_rest_filled_in() {
        let bytes: Vec<u8> = (0..10).collect();
        let cases: [(Ranges<'_>, [u8; 10]); 4] = [
            (&[], [FILLING; 10]),
            (std::slice::from_ref(&(0..10)), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (&[0..2, 9..10], [0, 1, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 9]),
            (&[3..3, 4..5], [0xaa, 0xaa, 0xaa, 0xaa, 4, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa]),
        ];
        for (kept, expected) in cases {
            let written = written(&bytes, kept);
            let mut reader = ByteReader::new(&written);
            let mut output = Vec::new();
            read(&mut reader, 10, &mut output).expect("whole");
            assert_eq!(output, expected);
            assert!(reader.is_empty());
        }
    }

    #[test]
    fn what_does_not_add_up_is_refused() {
        let whole = written(&[7; 10], std::slice::from_ref(&(2..4)));
        for length in 0..whole.len() {
            let cut = &whole[..length];
            assert!(read(&mut ByteReader::new(cut), 10, &mut Vec::new()).is_err(), "{length}");
        }
        for bytes in [&[11][..], &[5, 6], &[5, 1, 0], &[5, 1, 5, 1, 2, 3, 4, 5]] {
            let result = read(&mut ByteReader::new(bytes), 10, &mut Vec::new());
            assert_eq!(result, Err(ReadError::Malformed), "{bytes:?}");
        }
    }
}
