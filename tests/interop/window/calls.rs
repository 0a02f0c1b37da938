//! Two windows that call each other, from the first key to the last.

use super::Pair;

/// Whether the other side has ended the call. It says so on the way of the media and to the server, and
/// either may be heard first.
fn is_end_from_there(end: &str) -> bool {
    ["the other side has ended the call", "the other side has hung up"]
        .into_iter()
        .any(|told| end.contains(told))
}

#[test]
fn two_windows_call_each_other_and_hang_up() {
    let Some(mut pair) = Pair::open() else { return };
    pair.call("call");
    assert!(pair.alice.has_open_source() && pair.bob.has_open_source());
    pair.bob.hang_up();
    let end = pair.bob.wait_for_end("hung-up");
    assert!(end.contains("the call was ended here"), "{end}");
    let end = pair.alice.wait_for_end("hung-up");
    assert!(is_end_from_there(&end), "{end}");
    pair.close();
}

#[test]
fn a_window_that_is_closed_in_a_call_ends_it() {
    let Some(mut pair) = Pair::open() else { return };
    pair.call("before-closing");
    let Pair { alice, mut bob, server: _server, .. } = pair;
    let told = alice.close();
    assert!(told.contains("the call's source and codecs are closed"), "{told}");
    assert!(!told.contains("ERROR"), "{told}");
    let end = bob.wait_for_end("closed");
    assert!(is_end_from_there(&end), "{end}");
    assert!(!bob.close().contains("ERROR"));
}

#[test]
fn two_windows_that_call_each_other_at_once_have_one_call() {
    let Some(mut pair) = Pair::open() else { return };
    pair.call_at_once("at-once");
    pair.alice.hang_up();
    pair.bob.wait_for_end("at-once-over");
    pair.alice.wait_for_end("at-once-over");
    for told in pair.close() {
        assert_eq!(told.matches("the call begins").count(), 1, "{told}");
    }
}
