//! A page.

use std::collections::VecDeque;
use std::time::Duration;

use serde_json::{Value, json};

use super::devtools::DevTools;

/// A page of a browser, with `page.js` in it. It is closed when this is dropped.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    devtools: &'a mut DevTools,
    target: String,
    session: String,
    lines: VecDeque<Value>,
    /// What it wrote on its console, and exceptions that nothing caught.
    console: Vec<String>,
}

impl Page<'_> {
    /// Opens the page at an address.
    pub(super) fn open<'a>(devtools: &'a mut DevTools, address: &str) -> Page<'a> {
        let blank = json!({ "url": "about:blank" });
        let target = text(&devtools.call(None, "Target.createTarget", blank), "targetId");
        let attach = json!({ "targetId": target, "flatten": true });
        let session = text(&devtools.call(None, "Target.attachToTarget", attach), "sessionId");
        let (lines, console) = (VecDeque::new(), Vec::new());
        let mut page = Page { devtools, target, session, lines, console };
        page.call("Runtime.enable", json!({}));
        page.call("Page.enable", json!({}));
        page.call("Runtime.addBinding", json!({ "name": "roomLine" }));
        page.call("Page.navigate", json!({ "url": address }));
        page.wait_for_event("Page.loadEventFired");
        page.evaluate(&format!("{};undefined", include_str!("page.js")));
        page
    }

    fn call(&mut self, method: &str, parameters: Value) -> Value {
        let result = self.devtools.call(Some(&self.session), method, parameters);
        result.unwrap_or_else(|error| panic!("{error}\n{}", self.console.join("\n")))
    }

    fn wait_for_event(&mut self, method: &str) {
        let patience = Duration::from_secs(60);
        loop {
            let event = self.devtools.poll_event(patience);
            let event = event.unwrap_or_else(|| panic!("no {method}"));
            if event["method"] == method {
                return;
            }
            self.take_event(&event);
        }
    }

    /// What an expression comes to; a promise is waited for.
    pub(crate) fn evaluate(&mut self, expression: &str) -> Value {
        let parameters =
            json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut result = self.call("Runtime.evaluate", parameters);
        if let Some(exception) = result.get("exceptionDetails") {
            let start: String = expression.chars().take(200).collect();
            panic!("{start}: {exception:#}\n{}", self.console.join("\n"));
        }
        result["result"]["value"].take()
    }

    /// Calls a function of `room` in the page.
    pub(crate) fn room(&mut self, function: &str, argument: &Value) -> Value {
        self.evaluate(&format!("room.{function}({argument})"))
    }

    /// The next value that the page has told, if there is one or one comes within `wait`.
    pub(crate) fn poll_line(&mut self, wait: Duration) -> Option<Value> {
        if self.lines.is_empty() {
            let event = self.devtools.poll_event(wait);
            event.into_iter().for_each(|event| self.take_event(&event));
        }
        self.lines.pop_front()
    }

    fn take_event(&mut self, event: &Value) {
        if event["sessionId"] != self.session.as_str() {
            return;
        }
        let parameters = &event["params"];
        match event["method"].as_str().unwrap_or_default() {
            "Runtime.bindingCalled" => {
                let payload = parameters["payload"].as_str().unwrap_or_default();
                self.lines.push_back(serde_json::from_str(payload).expect("the page tells JSON"));
            }
            "Runtime.consoleAPICalled" => self.console.push(parameters["args"].to_string()),
            "Runtime.exceptionThrown" => {
                self.console.push(parameters["exceptionDetails"].to_string());
            }
            _ => {}
        }
    }

    /// What it wrote on its console, and exceptions that nothing caught.
    pub(crate) fn console(&self) -> &[String] {
        &self.console
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        // A browser that is gone needs none of it.
        let target = json!({ "targetId": self.target });
        let _ = self.devtools.call(None, "Target.closeTarget", target);
    }
}

fn text(result: &Result<Value, String>, member: &str) -> String {
    let result = result.as_ref().unwrap_or_else(|error| panic!("{error}"));
    result[member].as_str().expect("text").to_owned()
}
