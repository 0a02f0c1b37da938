//! No function over 30 lines, from its `fn` to its closing brace.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Block, ImplItemFn, ItemFn, Signature, TraitItemFn};

use super::source_file::SourceFile;

const MOST: usize = 30;

struct Lengths(Vec<String>);

impl Lengths {
    fn note(&mut self, signature: &Signature, block: &Block) {
        let start: Span = signature.span();
        let lines = block.span().end().line - start.start().line + 1;
        if lines > MOST {
            let line = start.start().line;
            self.0.push(format!("line {line}: `{}` has {lines} lines", signature.ident));
        }
    }
}

impl<'ast> Visit<'ast> for Lengths {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.note(&function.sig, &function.block);
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.note(&function.sig, &function.block);
        syn::visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(block) = &function.default {
            self.note(&function.sig, block);
        }
        syn::visit::visit_trait_item_fn(self, function);
    }
}

pub(super) fn check(file: &SourceFile) -> Vec<String> {
    let mut lengths = Lengths(Vec::new());
    lengths.visit_file(&file.syntax);
    lengths.0
}

#[test]
fn a_long_function_is_seen() {
    let body = "let a = 1;\n".repeat(30);
    let file = SourceFile {
        path: "long.rs".into(),
        text: String::new(),
        syntax: syn::parse_file(&format!("fn long() {{\n{body}}}")).expect("valid code"),
    };
    assert_eq!(check(&file), ["line 1: `long` has 32 lines"]);
}
