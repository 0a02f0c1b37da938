//! Video files of any content.

use std::io::Cursor;

use proptest::collection::vec;
use proptest::prelude::*;
use roomrtc_media::h264::{AccessUnitSplitter, NalUnits};
use roomrtc_media::picture::Picture;
use roomrtc_media::source::annex_b::AnnexBStream;
use roomrtc_media::source::y4m::{Y4mHeader, Y4mReader};

/// Bytes in which start codes and parameter sets are common.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let sequence = [0x67, 0x42, 0xC0, 0x1E, 0x8C, 0x8D, 0x40, 0x50, 0x17, 0xFC, 0xB0, 0x0F];
    let part = prop_oneof![
        Just(vec![0, 0, 1]),
        Just(vec![0, 0, 0, 1]),
        Just([&[0, 0, 0, 1], &sequence[..]].concat()),
        Just(vec![0, 0, 0, 1, 0x68, 0xCE, 0x3C, 0x80]),
        Just(vec![0, 0, 1, 0x65, 0x88, 0x84]),
        Just(vec![0, 0, 1, 0x41, 0x9A]),
        vec(any::<u8>(), 0..24),
    ];
    vec(part, 0..24).prop_map(|parts| parts.concat())
}

/// A small file whose bytes may have been changed at one place.
fn y4m() -> impl Strategy<Value = Vec<u8>> {
    (0_usize..4, vec((any::<prop::sample::Index>(), any::<u8>()), 0..3)).prop_map(
        |(frames, changes)| {
            let mut file = b"YUV4MPEG2 W6 H4 F30:1 C420jpeg\n".to_vec();
            (0..frames).for_each(|_| file.extend_from_slice(&[&b"FRAME\n"[..], &[9; 36]].concat()));
            for (place, value) in changes {
                let place = place.index(file.len());
                file[place] = value;
            }
            file
        },
    )
}

proptest! {
    #[test]
    fn nal_units_cover_any_stream_in_order(stream in stream()) {
        let mut end = 0;
        for unit in NalUnits::new(&stream) {
            prop_assert!(unit.range.start >= end && unit.range.end <= stream.len());
            prop_assert!(!unit.bytes.is_empty() && unit.bytes.last() != Some(&0));
            end = unit.range.end;
        }
    }

    #[test]
    fn any_stream_is_split(stream in stream()) {
        let mut splitter = AccessUnitSplitter::new();
        let begins: Vec<bool> =
            NalUnits::new(&stream).map(|unit| splitter.begins(&unit)).collect();
        prop_assert!(begins.first().is_none_or(|first| *first));
    }

    #[test]
    fn a_usable_stream_starts_with_a_key_frame(stream in stream()) {
        if let Ok(stream) = AnnexBStream::new(stream) {
            prop_assert!(stream.access_unit(0).is_key_frame);
            let total = (0..stream.len()).map(|index| stream.access_unit(index).data.len());
            prop_assert!(total.sum::<usize>() > 0);
        }
    }

    #[test]
    fn any_y4m_file_is_read_or_refused(file in y4m()) {
        if let Ok(mut reader) = Y4mReader::new(Cursor::new(file)) {
            let mut picture = Picture::new(reader.size());
            for index in [0, 1, 2, 3, 0] {
                let _ = reader.read(&mut picture);
                let _ = reader.read_at(index, &mut picture);
            }
        }
    }

    #[test]
    fn any_header_line_is_read_or_refused(line in "(YUV4MPEG2)?( [WHFCIAX]?[0-9a-z:é]{0,12}){0,6}") {
        if let Ok(header) = Y4mHeader::parse(&line) {
            prop_assert!(header.frame_bytes() < 3_841 * 3_841 * 2);
        }
    }
}
