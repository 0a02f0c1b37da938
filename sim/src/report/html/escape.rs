//! Text in HTML.

/// `text` with what HTML and SVG would take for their own replaced, also within quotes.
pub(super) fn escape(text: &str) -> String {
    let mut output = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => output.push_str("&amp;"),
            '<' => output.push_str("&lt;"),
            '>' => output.push_str("&gt;"),
            '"' => output.push_str("&quot;"),
            '\'' => output.push_str("&#39;"),
            character if character.is_control() => output.push(' '),
            character => output.push(character),
        }
    }
    output
}
