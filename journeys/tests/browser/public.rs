//! What anybody can open: in every register, at both widths, with and without scripts.

use base::Lang;
use journeys::{Region, Script};

/// Looks at every public page in every register.
fn every_public_page(script: Script) {
    let region = Region::open();
    let pages = region.public_pages();
    assert!(pages.contains(&"/"), "the start page is public: {pages:?}");
    let mut reader = region.browser(script);
    let mut faults = Vec::new();
    reader.visit("/");
    for lang in Lang::ALL {
        reader.reads(lang);
        for page in &pages {
            reader.visit(page);
            faults.extend(reader.faults());
            // Both look alike; one picture is enough.
            if script == Script::On {
                let name = if *page == "/" { "start" } else { page.trim_start_matches('/') };
                reader.screenshot(&format!("public-{}-{}", name.replace('/', "-"), lang.code()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn public_pages_put_up_no_barriers() {
    every_public_page(Script::On);
}

#[test]
fn public_pages_put_up_no_barriers_without_scripts() {
    every_public_page(Script::Off);
}

#[test]
fn somebody_switches_the_register_and_stays_on_the_page() {
    let region = Region::open();
    let mut reader = region.browser(Script::Off);
    reader.visit("/about");
    reader.click("English");
    reader.sees("About this system");
    reader.click("やさしい日本語");
    reader.does_not_see("About this system");
    reader.click("標準");
    reader.sees("このしくみについて");
    assert_eq!(reader.path(), "/about");
}
