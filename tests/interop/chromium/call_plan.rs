//! What a call is to be like.

use serde_json::{Value, json};

/// What a call is to be like.
#[derive(Clone, Debug)]
pub(super) struct CallPlan<'a> {
    /// Whether the browser makes the first offer.
    pub(super) browser_offers: bool,
    /// Whether we do. If both do, they meet.
    pub(super) we_offer: bool,
    /// Whether candidates follow the descriptions.
    pub(super) trickle: bool,
    /// The sections of the browser's first offer, in order: `video`, `audio`, `data`.
    pub(super) sections: &'a [&'a str],
    /// The browser's bundle policy; its own choice if `None`.
    pub(super) bundle_policy: Option<&'a str>,
    /// The one format of H.264 that the browser wants, by its parameters; all it has if `None`.
    pub(super) codec: Option<&'a str>,
    /// Whether the browser sends video. What it only receives may have formats that it cannot send.
    pub(super) browser_sends: bool,
    /// Whether the browser gives way when both offer at once. We do if it does not.
    pub(super) browser_is_polite: bool,
    /// Whether the browser films; it draws otherwise, which needs nobody's leave.
    pub(super) films: bool,
    /// What is carried of a line: the first argument says whether it is the browser's.
    pub(super) carries: fn(bool, &Value) -> Option<Value>,
    /// More arguments of `roomrtc peer`.
    pub(super) arguments: &'a [&'a str],
}

impl CallPlan<'_> {
    /// A plain call; whoever answers is polite.
    pub(super) fn new(browser_offers: bool) -> CallPlan<'static> {
        CallPlan {
            browser_offers,
            we_offer: !browser_offers,
            trickle: true,
            sections: &["video"],
            bundle_policy: None,
            codec: None,
            browser_sends: true,
            browser_is_polite: !browser_offers,
            films: true,
            carries: |_, line| Some(line.clone()),
            arguments: &[],
        }
    }

    /// As `room.start` of the page takes it.
    pub(super) fn to_json(&self) -> Value {
        json!({
            "offers": self.browser_offers,
            "trickle": self.trickle,
            "sections": self.sections,
            "bundlePolicy": self.bundle_policy,
            "codec": self.codec,
            "polite": self.browser_is_polite,
            "sends": self.browser_sends,
            "films": self.films,
        })
    }

    /// The arguments of our end, but for the files that it writes.
    pub(super) fn to_arguments(&self) -> Vec<&str> {
        let role = if self.we_offer { "offer" } else { "answer" };
        let mut arguments = vec!["peer", role];
        if !self.trickle {
            arguments.push("--no-trickle");
        }
        arguments.extend(["--polite", if self.browser_is_polite { "false" } else { "true" }]);
        arguments.extend(self.arguments);
        arguments
    }
}
