//! The words and the register that a page is written in.

use std::borrow::Cow;

use base::{Arg, Lang, Words};
use maud::Markup;

use super::ruby::{plain, ruby};

/// The words of the product and the register of the one who reads; cheap to copy.
#[derive(Clone, Copy)]
pub struct Ui<'a> {
    /// Every sentence.
    pub words: &'a Words,
    /// The register to show.
    pub lang: Lang,
}

impl<'a> Ui<'a> {
    /// Pieces in this register.
    pub const fn new(words: &'a Words, lang: Lang) -> Self {
        Self { words, lang }
    }

    /// A sentence, as it stands in the words.
    pub fn t(&self, key: &str) -> Cow<'a, str> {
        self.words.t(self.lang, key)
    }

    /// A sentence as markup, with its readings above the characters.
    pub fn say(&self, key: &str) -> Markup {
        ruby(&self.t(key))
    }

    /// A sentence with values, as markup.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Markup {
        ruby(&self.words.f(self.lang, key, args))
    }

    /// A sentence for an attribute or a title: without readings.
    pub fn plain(&self, key: &str) -> String {
        plain(&self.t(key))
    }
}
