//! One source file under the rules.

use std::path::{Path, PathBuf};

/// A Rust source file: where it is, its text and its syntax tree.
pub(super) struct SourceFile {
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) syntax: syn::File,
}

impl SourceFile {
    /// Every Rust file of the tree, build output aside.
    pub(super) fn all() -> Vec<SourceFile> {
        let root = root();
        let mut files: Vec<SourceFile> = walkdir::WalkDir::new(&root)
            .into_iter()
            .filter_entry(|entry| !is_output(entry.path()))
            .filter_map(Result::ok)
            .filter(|entry| entry.path().extension().is_some_and(|e| e == "rs"))
            .map(|entry| SourceFile::read(&root, entry.path()))
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        assert!(files.len() > 20, "only {} source files under {root:?}", files.len());
        files
    }

    fn read(root: &Path, path: &Path) -> SourceFile {
        let text = std::fs::read_to_string(path).expect("a readable source file");
        let syntax =
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let path = path.strip_prefix(root).expect("a path under the root").to_owned();
        SourceFile { path, text, syntax }
    }
}

fn is_output(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "target" || name == ".git")
}

fn root() -> PathBuf {
    std::env::var_os("HOUSE_ROOT")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from)
}
