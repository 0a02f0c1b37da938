//! The page's reader and writer of messages beside ours.

use roomrtc_core::signaling::{Message, MessageType};
use serde_json::json;

use super::server::Server;
use super::visit::Visit;
use crate::chromium::Browser;

/// Texts with everything that means something to the protocol, to its frames or to Unicode.
const TEXTS: [&str; 9] = [
    "",
    "a|b=c%d",
    "%7C %41 %",
    "line\r\nline\u{85}\u{2028}\u{2029}",
    "\0\u{1}\u{7f}\u{9f}",
    "é ß 名 \u{1F600} e\u{301}",
    "a;b:c,d\"e'f<g>&h\\",
    "\u{FEFF}\u{FFFD}\u{10FFFF}",
    " leading and trailing ",
];

#[test]
fn any_text_is_written_alike_and_read_back() {
    let Some(mut browser) = Browser::start_with(&Visit::flags()) else { return };
    let server = Server::start(&browser);
    let mut visit = Visit::begin(&mut browser, &server);
    for text in TEXTS {
        let user = Some(text.to_owned());
        let mut ours = Vec::new();
        Message::Ok { request: MessageType::Invite, user, call: None }.write_body(&mut ours);
        let ours = String::from_utf8(ours).expect("text");
        let argument = json!([text, ours]);
        let theirs = visit.evaluate(&format!(
            "import('/message.js').then(({{ read, write }}) => {{
                const [text, ours] = {argument};
                return [write('OK', {{ request: 'INVITE', user: text }}), read(ours).values.user];
            }})"
        ));
        assert_eq!(theirs, json!([ours, text]));
    }
}
