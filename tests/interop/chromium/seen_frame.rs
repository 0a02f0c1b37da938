//! A frame that one end has decoded.

use serde_json::Value;

/// A frame that one end has decoded, or that the browser's camera has shown. Times are microseconds
/// since the Unix epoch; both ends have the same clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SeenFrame {
    /// When it was there.
    pub(crate) at: u64,
    /// Its number and the time of its capture as its code says; `None` if the code cannot be read.
    pub(crate) code: Option<(u64, u64)>,
    /// Its width and height in pixels.
    pub(crate) size: (u64, u64),
}

impl SeenFrame {
    /// As the page tells it.
    pub(crate) fn of_page(value: &Value) -> SeenFrame {
        let number = |value: &Value| value.as_u64().expect("a number");
        let code = &value["code"];
        let code = (!code.is_null()).then(|| (number(&code["number"]), number(&code["captured"])));
        let size = (number(&value["width"]), number(&value["height"]));
        SeenFrame { at: number(&value["at"]), code, size }
    }

    /// As a line of `roomrtc peer --frames` tells it.
    pub(crate) fn of_log(line: &str) -> SeenFrame {
        let value: Value = serde_json::from_str(line).expect("every line is JSON");
        let number = |name: &str| value[name].as_u64();
        let size = (number("width").expect("a width"), number("height").expect("a height"));
        let at = number("decoded").expect("a time");
        SeenFrame { at, code: number("frame").zip(number("captured")), size }
    }
}
