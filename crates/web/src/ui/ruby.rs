//! Readings above characters: `相談《そうだん》` becomes `<ruby>`.
//!
//! The mark is the one that Japanese digital texts use (青空文庫注記). A reading belongs to the run of kanji before it, or to
//! what follows a `｜`. Only kana count as a reading, so that 《…》 in a name or a quotation stays as it was typed.

use maud::{Markup, html};

/// A piece of marked text.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Read { base: &'a str, reading: &'a str },
}

/// Longest word, in bytes, that is kept on one line; anything longer is no word but a sentence without spaces.
const WORD: usize = 96;

/// Text with its readings as `<ruby>`; text without marks comes out as it is, escaped.
///
/// Where plain Japanese separates words by spaces, a word with a reading is kept on one line: a browser may break
/// before every `<ruby>`.
pub fn ruby(text: &str) -> Markup {
    if !text.contains('《') || !text.contains(' ') {
        return marked(text);
    }
    html! {
        @for (at, word) in text.split(' ').enumerate() {
            @if at > 0 { " " }
            @if word.contains('《') && word.len() <= WORD { span class="word" { (marked(word)) } } @else { (marked(word)) }
        }
    }
}

fn marked(text: &str) -> Markup {
    html! {
        @for piece in pieces(text) {
            @match piece {
                Piece::Text(text) => (text),
                Piece::Read { base, reading } => ruby { (base) rp { "（" } rt { (reading) } rp { "）" } },
            }
        }
    }
}

/// Text without its readings, for attributes, titles and files.
pub fn plain(text: &str) -> String {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Read { base, .. } => base,
        })
        .collect()
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(open) = rest[from..].find('《').map(|at| at + from) {
        let inside = open + '《'.len_utf8();
        let Some(close) = rest[inside..].find('》').map(|at| at + inside) else { break };
        let reading = &rest[inside..close];
        let start = base_start(&rest[..open]);
        from = close + '》'.len_utf8();
        let Some((start, skip)) = start.filter(|_| is_reading(reading)) else { continue };
        if start > 0 {
            found.push(Piece::Text(&rest[..start]));
        }
        found.push(Piece::Read { base: &rest[start + skip..open], reading });
        rest = &rest[from..];
        from = 0;
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest));
    }
    found
}

/// Where the characters begin that a reading belongs to, and how many bytes of mark stand there.
fn base_start(before: &str) -> Option<(usize, usize)> {
    if let Some(bar) = before.rfind('｜') {
        let mark = '｜'.len_utf8();
        return (bar + mark < before.len()).then_some((bar, mark));
    }
    let kanji: usize = before.chars().rev().take_while(|c| is_kanji(*c)).map(char::len_utf8).sum();
    (kanji > 0).then_some((before.len() - kanji, 0))
}

fn is_kanji(c: char) -> bool {
    matches!(c,
        '々' | '〆' | '〇' | 'ヶ' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

fn is_reading(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | 'ー' | '・' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_stands_over_the_kanji_before_it() {
        assert_eq!(
            ruby("この相談《そうだん》を").into_string(),
            "この<ruby>相談<rp>（</rp><rt>そうだん</rt><rp>）</rp></ruby>を"
        );
        assert_eq!(plain("この相談《そうだん》を"), "この相談を");
    }

    #[test]
    fn a_bar_says_where_the_base_begins() {
        assert_eq!(plain("はい、｜ダルク《だるく》です"), "はい、ダルクです");
        assert!(ruby("｜SMARPP《すまーぷ》").into_string().starts_with("<ruby>SMARPP<rp>"));
    }

    #[test]
    fn brackets_that_are_no_reading_stay() {
        for text in ["《重要》必ず", "会議《第2回》", "相談《", "|", "｜《よみ》", "ひらがな《よみ》"]
        {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn what_was_typed_is_escaped() {
        assert_eq!(ruby("<b>字《じ》").into_string(), "&lt;b&gt;<ruby>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby>");
    }
}
