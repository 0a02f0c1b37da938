//! Either end hangs up.

use super::aiortc::record;
use super::{Aiortc, PythonCall};

#[test]
fn it_hangs_up_and_we_are_told() {
    let Some(aiortc) = Aiortc::find() else { return };
    for role in ["offer", "answer"] {
        let mut call = PythonCall::connect(&aiortc, &[role], &[], 20);
        call.command(0, "hang-up");
        let said = call.ours.succeed();
        assert!(said.contains("the other side has ended"), "{said}");
    }
    record("it hangs up");
}

#[test]
fn we_hang_up_and_it_is_told() {
    let Some(aiortc) = Aiortc::find() else { return };
    for role in ["offer", "answer"] {
        let mut call = PythonCall::connect(&aiortc, &[role], &[], 20);
        call.command(1, "hang-up");
        call.wait_until("it is closed", |call| call.has_state("closed"));
        call.ours.succeed();
        call.theirs.succeed();
    }
    record("we hang up");
}
