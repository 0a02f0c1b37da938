//! Whether a window can be seen.

use std::ffi::OsString;

/// Whether the environment names a display: X11's or Wayland's.
pub fn has_display() -> bool {
    names_display(|name| std::env::var_os(name))
}

fn names_display(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let names = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"];
    names.into_iter().any(|name| variable(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_variable_names_no_display() {
        let with = |found: &'static str, value: &'static str| {
            names_display(|name| (name == found).then(|| OsString::from(value)))
        };
        assert!(with("DISPLAY", ":0"));
        assert!(with("WAYLAND_DISPLAY", "wayland-0"));
        assert!(!with("DISPLAY", ""));
        assert!(!with("HOME", "/"));
    }
}
