//! The files of the page.

/// A file that is part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageFile {
    /// The path it is served under.
    pub path: &'static str,
    /// Its media type, RFC 9110 section 8.3.
    pub media_type: &'static str,
    /// What it holds.
    pub content: &'static [u8],
}

impl PageFile {
    /// The file that is served under this path.
    pub fn at(path: &str) -> Option<&'static PageFile> {
        FILES.iter().find(|file| file.path == path)
    }
}

/// Every file there is.
const FILES: [PageFile; 3] = [
    PageFile {
        path: "/",
        media_type: "text/html; charset=utf-8",
        content: include_bytes!("../../page/index.html"),
    },
    PageFile {
        path: "/page.js",
        media_type: "text/javascript; charset=utf-8",
        content: include_bytes!("../../page/page.js"),
    },
    PageFile {
        path: "/page.css",
        media_type: "text/css; charset=utf-8",
        content: include_bytes!("../../page/page.css"),
    },
];
