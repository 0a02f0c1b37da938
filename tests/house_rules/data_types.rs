//! At most one struct, enum, union or trait a file, wherever in the file it stands.

use syn::visit::Visit;
use syn::{ItemEnum, ItemStruct, ItemTrait, ItemUnion};

use super::source_file::SourceFile;

struct Types(Vec<String>);

impl<'ast> Visit<'ast> for Types {
    fn visit_item_struct(&mut self, item: &'ast ItemStruct) {
        self.0.push(item.ident.to_string());
    }

    fn visit_item_enum(&mut self, item: &'ast ItemEnum) {
        self.0.push(item.ident.to_string());
    }

    fn visit_item_union(&mut self, item: &'ast ItemUnion) {
        self.0.push(item.ident.to_string());
    }

    fn visit_item_trait(&mut self, item: &'ast ItemTrait) {
        self.0.push(item.ident.to_string());
        syn::visit::visit_item_trait(self, item);
    }
}

pub(super) fn check(file: &SourceFile) -> Vec<String> {
    let mut types = Types(Vec::new());
    types.visit_file(&file.syntax);
    if types.0.len() > 1 {
        return vec![format!("{} data types: {}", types.0.len(), types.0.join(", "))];
    }
    Vec::new()
}

#[test]
fn two_types_in_a_file_are_seen() {
    let file = SourceFile {
        path: "two.rs".into(),
        text: String::new(),
        syntax: syn::parse_file("struct A; mod tests { enum B {} }").expect("valid code"),
    };
    assert_eq!(check(&file), ["2 data types: A, B"]);
}
