//! Telling runs and recordings, whole, damaged, and from any moment.

use roomrtc_core::base::Time;
use roomrtc_sim::recording::ReadError;

use super::{OpenError, RecordingSource, Source};
use crate::example::{lossy, recorded, replayed, simulated, timeline};
use crate::span::Span;

fn opened(bytes: Vec<u8>, session: Option<&str>) -> Result<RecordingSource, OpenError> {
    RecordingSource::new(bytes, "example.call", session)
}

#[test]
fn a_stretch_is_the_same_from_a_copy_and_from_the_beginning() {
    let scenario = lossy(5);
    let mut told = simulated(&scenario, 7);
    let timeline = timeline(&mut told);
    for millis in [0, 1_400, 2_900, 3_999] {
        let time = Time::from_millis(millis);
        // The first has copies on the way by now; the other begins at the beginning.
        let (near, far) =
            (Span::make(&mut told, time), Span::make(&mut simulated(&scenario, 7), time));
        assert_eq!(near, far);
        assert!(near.contains(time) && near.packets() > 0);
        let sent = timeline.ladder.crossings().iter().filter(|it| near.contains(it.sent));
        assert_eq!(sent.clone().count(), near.packets());
        for crossing in sent {
            let kept = near.packet(crossing.number).expect("kept");
            assert_eq!(kept.payload.len(), crossing.length);
        }
    }
}

#[test]
fn media_are_in_plain_text_where_keys_are_known() {
    let span = Span::make(&mut simulated(&lossy(5), 7), Time::from_secs(3));
    let told = timeline(&mut simulated(&lossy(5), 7));
    let media = told.ladder.crossings().iter().filter(|it| it.reading.rtp().is_some());
    let media = media.filter_map(|crossing| span.packet(crossing.number));
    assert!(media.clone().count() > 50);
    assert!(media.clone().all(|kept| kept.plain.is_some()));
}

#[test]
fn a_recording_is_told_as_the_call_was() {
    let scenario = lossy(5);
    let recording = timeline(&mut replayed(recorded(&scenario, 7, true)));
    let run = timeline(&mut simulated(&scenario, 7));
    let between = |timeline: &crate::timeline::Timeline| {
        let crossings = timeline.ladder.crossings().iter();
        crossings.filter(|crossing| crossing.arrived().is_some()).count()
    };
    assert_eq!(between(&recording), between(&run));
    assert_eq!(recording.notes.len(), 2);
    assert!(recording.notes.iter().all(|note| note.contains("the same")), "{:?}", recording.notes);
    assert!(recording.heading.about.contains("caller: recorded without keys and media."));
}

#[test]
fn one_session_alone_can_be_asked_for() {
    let bytes = recorded(&lossy(2), 3, true);
    let alone = timeline(&mut opened(bytes.clone(), Some("caller")).expect("there"));
    assert!(alone.columns.iter().any(|column| column.name == "other side of caller"));
    let error = opened(bytes, Some("nobody")).expect_err("not there").to_string();
    assert_eq!(error, "there is no session of nobody in it: it has caller, called");
}

#[test]
fn what_is_no_recording_is_refused_with_a_reason() {
    let refused = |bytes: &[u8]| opened(bytes.to_vec(), None).expect_err("refused");
    assert_eq!(refused(b""), OpenError::Unreadable(ReadError::NotARecording));
    assert_eq!(refused(b"RIFF and more"), OpenError::Unreadable(ReadError::NotARecording));
    assert_eq!(refused(b"ROOMCALL\0\x03"), OpenError::Unreadable(ReadError::NoSession));
    let future = OpenError::Unreadable(ReadError::Format { found: 99 });
    assert_eq!(refused(b"ROOMCALL\0\x63"), future);
}

#[test]
fn what_is_cut_off_or_damaged_is_told_as_far_as_it_goes() {
    let whole = recorded(&lossy(5), 7, true);
    let all = timeline(&mut replayed(whole.clone())).ladder.crossings().len();
    let cut = whole[..whole.len() / 2].to_vec();
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 0x55;
    for bytes in [cut, damaged] {
        let mut source = replayed(bytes);
        assert!(source.heading().about.contains("The rest cannot be read"));
        let part = timeline(&mut source).ladder.crossings().len();
        assert!(part > 0 && part < all, "{part} of {all}");
    }
    // Anywhere it is cut, it is refused or told, and never more.
    for length in (0..whole.len()).step_by(whole.len() / 12) {
        if let Ok(mut source) = opened(whole[..length].to_vec(), None) {
            assert!(timeline(&mut source).ladder.crossings().len() <= all);
        }
    }
}
