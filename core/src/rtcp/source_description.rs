//! Source descriptions.

/// A source description, RFC 3550 section 6.5, of which only canonical names are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceDescription<'a> {
    chunks: u8,
    content: &'a [u8],
}

impl<'a> SourceDescription<'a> {
    /// The item that carries a canonical name.
    pub const CNAME: u8 = 1;

    pub(super) fn parse(chunks: u8, content: &'a [u8]) -> Option<SourceDescription<'a>> {
        let description = SourceDescription { chunks, content };
        let mut rest = content;
        for _ in 0..chunks {
            rest = split_chunk(rest)?.1;
        }
        Some(description)
    }

    /// Each source that states a canonical name, with the name's bytes (UTF-8 by the RFC).
    pub fn canonical_names(&self) -> impl Iterator<Item = (u32, &'a [u8])> + 'a {
        let mut rest = self.content;
        let chunks = (0..self.chunks).map_while(move |_| {
            let (chunk, next) = split_chunk(rest)?;
            rest = next;
            Some(chunk)
        });
        chunks.filter_map(|(ssrc, name)| Some((ssrc, name?)))
    }
}

/// A chunk's source and canonical name.
type Chunk<'a> = (u32, Option<&'a [u8]>);

/// The first chunk, and the bytes of the chunks after it.
fn split_chunk(bytes: &[u8]) -> Option<(Chunk<'_>, &[u8])> {
    let (ssrc, mut rest) = bytes.split_first_chunk()?;
    let mut name = None;
    loop {
        let (kind, after) = rest.split_first()?;
        if *kind == 0 {
            // The list ends at the next multiple of four, counted from the chunk's beginning.
            let length = (bytes.len() - after.len()).next_multiple_of(4);
            return Some(((u32::from_be_bytes(*ssrc), name), bytes.get(length..)?));
        }
        let (length, after) = after.split_first()?;
        let (text, after) = after.split_at_checked(usize::from(*length))?;
        if *kind == SourceDescription::CNAME {
            name = Some(text);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_several_chunks_are_found() {
        let content = [
            0, 0, 0, 1, 2, 1, b'x', 1, 2, b'a', b'b', 0, // NAME, CNAME, one zero
            0, 0, 0, 2, 1, 2, b'c', b'd', 0, 0, 0, 0, // CNAME, four zeros
            0, 0, 0, 3, 0, 0, 0, 0, // nothing
        ];
        let description = SourceDescription::parse(3, &content).expect("a description");
        let names: Vec<_> = description.canonical_names().collect();
        assert_eq!(names, [(1, &b"ab"[..]), (2, &b"cd"[..])]);
    }

    #[test]
    fn a_chunk_without_end_is_malformed() {
        assert_eq!(SourceDescription::parse(1, &[0, 0, 0, 1, 1, 2, b'a', b'b']), None);
        assert_eq!(SourceDescription::parse(1, &[0, 0, 0, 1, 1, 9, b'a', 0]), None);
    }
}
