//! Tests of the page as a whole.

use super::example::with_account;
use super::html;
use crate::figures::Figures;
use crate::report::Account;
use crate::run::Verdict;
use crate::trace::{Trace, TraceLevel};

#[test]
fn a_page_has_everything_and_escapes_what_comes_from_the_run() {
    let page = with_account(html);
    for expected in [
        "<title>outage, seed 7</title>",
        ">not live<",
        "at 9 s: no frame &lt;b&gt;",
        "gone for three seconds &amp; comes back",
        ">Timeline<",
        ">Connecting<",
        ">Bit rate<",
        ">Frame delay<",
        ">Frames<",
        ">Queue<",
        ">Packets lost<",
        "frozen for ",
        "#1 stun, 2 bytes",
        "<code>roomrtc-sim run outage --seed 7</code>",
        "happening begins outage 3 s",
        "150.0 ms",
    ] {
        assert!(page.contains(expected), "{expected}");
    }
    assert!(!page.contains("<b>\n") && !page.contains("frame <b>"));
    assert!(!page.contains("NaN") && !page.contains("inf "));
    for absent in ["<script", "http://", "https://", "src="] {
        assert!(!page.contains(absent), "{absent}");
    }
}

#[test]
fn every_element_that_is_opened_is_closed() {
    let page = with_account(html);
    for element in ["section", "figure", "svg", "table", "ul", "li", "path", "text", "title"] {
        let closed = page.matches(&format!("</{element}>")).count();
        let empty = page.matches(&format!("<{element} ")).count();
        let opened = empty + page.matches(&format!("<{element}>")).count();
        match element {
            "path" => assert!(closed <= opened),
            _ => assert_eq!(opened, closed, "{element}"),
        }
    }
}

#[test]
fn a_trace_that_kept_nothing_gives_a_page_without_charts() {
    let (trace, figures) = (Trace::new(TraceLevel::Hash), Figures::default());
    let page = with_account(|account| {
        let verdict = Verdict::Held;
        html(&Account { trace: &trace, figures: &figures, checks: &[], verdict, ..*account })
    });
    assert!(page.contains("<h2>Oracles</h2>") && !page.contains("<svg"));
    assert!(page.contains(">held<"));
}
