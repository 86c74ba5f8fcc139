//! For the tests of views: every page in all three registers, held against the rules of the house.

use base::Lang;
use policy::{Disclosed, Label, Mask, Sealed};
use web::View;
use web::ui::{Shell, Ui};

/// Renders pages in every register; fails when a word is missing or a page breaks a rule of the house.
#[track_caller]
pub fn all_registers(pages: impl Fn(&Ui<'_>) -> Vec<View>) -> Vec<(Lang, String)> {
    let words = crate::testing::words_of(crate::rooms());
    let mut all = Vec::new();
    for lang in Lang::ALL {
        let ui = Ui::new(&words, lang);
        for view in pages(&ui) {
            let html = whole(&ui, view);
            for never in ["⟦", "style=\"", "placeholder", "disabled", "http://", "https://"] {
                assert!(!html.contains(never), "{never} in {html}");
            }
            all.push((lang, html));
        }
    }
    assert_eq!(words.missing_keys(), Vec::<String>::new());
    all
}

fn whole(ui: &Ui<'_>, view: View) -> String {
    if view.bare {
        return ui.paper(&view.title, &view.body).into_string();
    }
    let turned = view.turned.map(|turned| (turned.lang, turned.name, turned.back));
    let ui = &Ui::new(ui.words, turned.as_ref().map_or(ui.lang, |(lang, ..)| *lang));
    let shell = Shell {
        title: &view.title,
        lead: view.lead.as_deref(),
        action: view.action,
        turned: turned.map(|(_, name, back)| (name, back)),
        body: view.body,
        ..Shell::default()
    };
    ui.page(&shell).into_string()
}

/// A value as an agency sees what it wrote itself.
pub fn disclosed<T>(value: T) -> Disclosed<T> {
    Mask::for_row(0, 0, true).open(Sealed::new(Label::EXISTENCE, true, value)).expect("an own entry is seen")
}
