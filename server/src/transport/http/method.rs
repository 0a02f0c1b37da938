//! The methods that are served.

/// What a request asks for, RFC 9110 section 9.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// A representation.
    Get,
    /// Its headers alone.
    Head,
}

impl Method {
    pub(super) fn from_name(name: &str) -> Option<Method> {
        match name {
            "GET" => Some(Method::Get),
            "HEAD" => Some(Method::Head),
            _ => None,
        }
    }
}
