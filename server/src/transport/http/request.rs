//! A request.

use super::head::Head;
use super::{Method, RequestError, Upgrade};

/// What of a request is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What it asks for.
    pub method: Method,
    /// Of what: the path of its target, without the query.
    pub path: String,
    /// The name and port that it was sent to, as it says; only characters that those can have.
    /// Requests of HTTP/1.0 may lack it.
    pub host: Option<String>,
    /// The site on whose behalf a browser sends it.
    pub origin: Option<String>,
    /// What it asks for beside its answer.
    pub upgrade: Upgrade,
}

impl Request {
    pub(super) fn read(parsed: &httparse::Request<'_, '_>) -> Result<Request, RequestError> {
        let head = Head(parsed.headers);
        let method = parsed.method.and_then(Method::from_name).ok_or(RequestError::Method)?;
        let path = path_of(parsed.path.unwrap_or_default()).ok_or(RequestError::Malformed)?;
        refuse_body(&head)?;
        let host = head.single("host")?;
        if host.map_or(parsed.version != Some(0), |host| !is_host(host)) {
            return Err(RequestError::Malformed);
        }
        Ok(Request {
            method,
            path: path.to_owned(),
            host: host.map(str::to_owned),
            origin: head.single("origin")?.map(str::to_owned),
            upgrade: Upgrade::read(&head)?,
        })
    }
}

/// The path of a target in origin form or absolute form, RFC 9112 section 3.2.
fn path_of(target: &str) -> Option<&str> {
    let behind_scheme = target.strip_prefix("http://").or_else(|| target.strip_prefix("https://"));
    let target = match behind_scheme {
        Some(rest) => rest.find('/').and_then(|start| rest.get(start..)).unwrap_or("/"),
        None => target,
    };
    let path = target.split(['?', '#']).next().unwrap_or_default();
    path.starts_with('/').then_some(path)
}

fn refuse_body(head: &Head<'_>) -> Result<(), RequestError> {
    let length = head.single("content-length")?;
    if head.all("transfer-encoding").next().is_some() || length.is_some_and(|text| text != "0") {
        return Err(RequestError::Body);
    }
    Ok(())
}

/// A name or an address, perhaps with a port: what a header may be made of without harm.
fn is_host(host: &str) -> bool {
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte);
    !host.is_empty() && host.bytes().all(is_usual)
}
