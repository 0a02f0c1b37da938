//! What is lost in a call.

use super::pair::now;
use super::{Pair, Screenshot};

#[test]
fn a_window_whose_other_side_is_killed_looks_for_it_and_then_ends_the_call() {
    let Some(mut pair) = Pair::open() else { return };
    pair.call("before-killing");
    let Pair { mut alice, mut bob, server: _server, .. } = pair;
    alice.kill();
    bob.wait_for("the way to the other side is lost");
    // What says so covers the code of the last picture.
    let is_covered = |screenshot: &Screenshot| screenshot.code().is_none();
    bob.wait_until("that it reconnects", is_covered).save("reconnecting-bob");
    let end = bob.wait_for_end("killed");
    assert!(end.contains("the other side no longer answers"), "{end}");
    assert!(!bob.close().contains("ERROR"));
}

#[test]
fn a_call_outlives_its_server_to_which_both_windows_come_back() {
    let Some(mut pair) = Pair::open() else { return };
    pair.call("before-server-loss");
    pair.server.kill();
    pair.alice.wait_for("the server is lost");
    pair.bob.wait_for("the server is lost");
    // What says that the server is lost covers the code.
    pair.alice.wait_for_moves(10).save("without-server-alice");
    pair.bob.wait_for_moves(10).save("without-server-bob");
    pair.server.start_again();
    for window in [&mut pair.alice, &mut pair.bob] {
        window.wait_for_all(&["logged in again", "the server knows of the call again"]);
    }
    pair.see_each_other(now(), "server-back");
    pair.alice.hang_up();
    pair.alice.wait_for_end("server-back-over");
    pair.bob.wait_for_end("server-back-over");
    pair.close();
}
