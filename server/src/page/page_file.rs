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

    const fn page(content: &'static [u8]) -> PageFile {
        PageFile { path: "/", media_type: "text/html; charset=utf-8", content }
    }

    const fn style(path: &'static str, content: &'static [u8]) -> PageFile {
        PageFile { path, media_type: "text/css; charset=utf-8", content }
    }

    const fn icon(path: &'static str, content: &'static [u8]) -> PageFile {
        PageFile { path, media_type: "image/svg+xml", content }
    }

    const fn script(path: &'static str, content: &'static [u8]) -> PageFile {
        PageFile { path, media_type: "text/javascript; charset=utf-8", content }
    }
}

/// Every file there is.
const FILES: [PageFile; 12] = [
    PageFile::page(include_bytes!("../../page/index.html")),
    PageFile::style("/page.css", include_bytes!("../../page/page.css")),
    PageFile::icon("/icon.svg", include_bytes!("../../page/icon.svg")),
    // Asked for by browsers that have not seen the page.
    PageFile::icon("/favicon.ico", include_bytes!("../../page/icon.svg")),
    PageFile::script("/page.js", include_bytes!("../../page/page.js")),
    PageFile::script("/camera.js", include_bytes!("../../page/camera.js")),
    PageFile::script("/lobby.js", include_bytes!("../../page/lobby.js")),
    PageFile::script("/media_call.js", include_bytes!("../../page/media_call.js")),
    PageFile::script("/message.js", include_bytes!("../../page/message.js")),
    PageFile::script("/server_link.js", include_bytes!("../../page/server_link.js")),
    PageFile::script("/session_store.js", include_bytes!("../../page/session_store.js")),
    PageFile::script("/view.js", include_bytes!("../../page/view.js")),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn text(file: &PageFile) -> &str {
        str::from_utf8(file.content).expect("text")
    }

    #[test]
    fn whatever_a_script_imports_is_there() {
        for file in FILES {
            for line in text(&file).lines().filter(|line| line.starts_with("import ")) {
                let path = line.split('\'').nth(1).and_then(|name| name.strip_prefix('.'));
                let path = path.unwrap_or_else(|| panic!("{line}"));
                assert!(PageFile::at(path).is_some(), "{}: {line}", file.path);
            }
        }
        assert!(PageFile::at("/other.js").is_none() && PageFile::at("").is_none());
    }

    #[test]
    fn the_page_has_an_icon() {
        let page = text(PageFile::at("/").expect("the page"));
        assert!(page.contains("<link rel=\"icon\" href=\"/icon.svg\""));
        for path in ["/icon.svg", "/favicon.ico"] {
            let icon = PageFile::at(path).expect("an icon");
            assert!(icon.media_type == "image/svg+xml" && text(icon).starts_with("<svg "));
        }
    }

    #[test]
    fn nothing_stands_in_the_page_that_its_policy_forbids() {
        let page = text(PageFile::at("/").expect("the page"));
        for forbidden in [" style=", "<style", " onclick=", "javascript:", "http://", "https://"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        assert_eq!(
            page.matches("<script").count(),
            page.matches("<script type=\"module\" src=\"/").count()
        );
    }

    #[test]
    fn every_element_that_a_script_asks_for_is_in_the_page() {
        let page = text(PageFile::at("/").expect("the page"));
        let view = text(PageFile::at("/view.js").expect("a script"));
        let asked = view.split("element('").skip(1).filter_map(|rest| rest.split('\'').next());
        for id in asked {
            assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
        }
    }

    #[test]
    fn every_field_has_a_label_and_every_picture_a_name() {
        let page = text(PageFile::at("/").expect("the page"));
        for field in page.split("<input id=\"").skip(1) {
            let id = field.split('"').next().unwrap_or_default();
            assert!(page.contains(&format!("<label for=\"{id}\"")), "{id}");
        }
        for picture in page.split("<video ").skip(1) {
            let tag = picture.split('>').next().unwrap_or_default();
            assert!(tag.contains("aria-label="), "{tag}");
        }
    }
}
