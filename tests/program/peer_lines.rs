//! What glue scripts do to the lines of `roomrtc peer`.

use serde_json::{Value, json};

use super::peer_call::{PeerCall, peer};

fn value(line: &str) -> Value {
    serde_json::from_str(line).expect("JSON")
}

/// A call over this glue works and ends well.
fn works(glue: impl Fn(usize, String) -> Vec<String> + 'static) {
    let mut call = PeerCall::with_glue(&["offer"], &["answer"], glue);
    call.connect();
    call.hang_up();
}

/// Changes the text of descriptions.
fn with_sdp(line: &str, change: impl Fn(&str) -> String) -> String {
    let mut value = value(line);
    if let Some(sdp) = value["sdp"].as_str().map(change) {
        value["sdp"] = sdp.into();
    }
    value.to_string()
}

#[test]
fn objects_are_wrapped_and_dressed_up() {
    works(|end, line| {
        let inner = value(&line);
        let wrapped = match (inner.get("sdp").is_some(), end) {
            (true, 0) => json!({"description": inner, "from": "alice", "more": null}),
            (true, _) => json!({"sdp": inner}),
            (false, 0) => json!({"type": "candidate", "candidate": inner, "to": "bob"}),
            (false, _) => json!([inner, null]),
        };
        vec![format!("\u{feff}{wrapped} \r"), String::new(), "  \r".into()]
    });
}

#[test]
fn everything_comes_at_once_and_indented() {
    let indented = |line: &str| serde_json::to_string_pretty(&value(line)).expect("JSON");
    let held: std::cell::RefCell<[Vec<String>; 2]> = Default::default();
    works(move |end, line| {
        let is_last = value(&line)["candidate"] == "";
        let held = &mut held.borrow_mut()[end];
        // Candidates stand before the description, and the first twice.
        held.insert(0, indented(&line));
        match is_last && held.len() > 2 {
            true => {
                let again = held[held.len() - 2].clone();
                held.push(again);
                vec![format!("[{}]", std::mem::take(held).join(","))]
            }
            false => vec![],
        }
    });
}

#[test]
fn descriptions_have_bare_line_ends_and_blanks_behind_them() {
    works(|_, line| vec![with_sdp(&line, |sdp| format!("{}\n \n", sdp.replace("\r\n", "\n")))]);
}

#[test]
fn candidates_have_their_prefix_or_not_and_come_late() {
    works(|end, line| {
        let mut init = value(&line);
        let Some(text) = init["candidate"].as_str().map(str::to_owned) else {
            return vec![line];
        };
        let bare = text.trim_start_matches("candidate:").to_owned();
        init["candidate"] = match end {
            0 => format!("a={text}").into(),
            _ => bare.into(),
        };
        init["sdpMid"] = Value::Null;
        vec![
            init.to_string(),
            json!({"candidate": "candidate:9 1 tcp 1 127.0.0.1 9 typ host"}).to_string(),
        ]
    });
}

#[test]
fn candidates_after_the_connection_change_nothing() {
    let mut call = PeerCall::connected(&["offer"], &["answer"]);
    let late = json!({"candidate": "candidate:7 1 udp 1 127.0.0.1 9 typ host", "sdpMid": "0"});
    for _ in 0..4 {
        call.ends[1].write(&json!(vec![late.clone(); 250]).to_string());
    }
    call.ends[1].write(r#"{"candidate":"candidate:8 1 udp 1 nowhere.invalid 9 typ host"}"#);
    call.ends[1].write(r#"{"candidate":"nonsense"}"#);
    call.until_heard(1, "the candidate is refused");
    call.pass_time(0);
    call.hang_up();
}

#[test]
fn descriptions_come_again_at_odd_times() {
    let mut call = PeerCall::with_glue(&["offer"], &["answer"], |end, line| {
        let is_description = value(&line).get("sdp").is_some();
        // Each answer twice, and each offer again before anything else of it.
        match (is_description, end) {
            (true, _) => vec![line.clone(), line],
            _ => vec![line],
        }
    });
    call.connect();
    for broken in [r#"{"type":"offer","sdp":"v=0\nnonsense"}"#, r#"{"type":"answer","sdp":""}"#] {
        call.ends[1].write(broken);
    }
    call.until_heard(1, "the session description is refused");
    call.until_heard(1, "this side has made no offer");
    call.pass_time(0);
    call.hang_up();
}

#[test]
fn a_line_without_end_is_told_and_what_follows_is_read() {
    let mut answerer = peer(&["answer"]);
    answerer.write(&"x".repeat(300_000));
    answerer.wait_for("this line is ignored: it has more than 262144 bytes");
    answerer.write(r#"{"command":"dance"}"#);
    answerer.wait_for("there is no command \"dance\"");
    answerer.write(r#"{"type":"offer","#);
    answerer.end_input();
    let (code, said) = answerer.finish();
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("this line is ignored: it is not JSON"), "{said}");
}
