//! Faults that are there on purpose are found: otherwise a clean page would mean nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};

use journeys::{Region, Script};

#[test]
fn a_spoilt_page_is_not_sound() {
    let region = Region::open();
    for script in [Script::On, Script::Off] {
        let mut reader = region.browser(script);
        for (spoil, found) in [
            ("document.querySelector('h1').style.color = '#ddd'", "color-contrast"),
            ("document.querySelector('label').remove()", "label"),
            ("document.querySelector('main').style.width = '2000px'", "wider than the window"),
            ("document.body.style.paddingBottom = '0'", "the quick exit lies over the page"),
            ("document.querySelector('h1').textContent = '⟦site-start⟧'", "a word is missing"),
            ("console.error('stopped by the policy')", "stopped by the policy"),
        ] {
            reader.visit("/");
            reader.run(spoil);
            let faults = reader.faults();
            assert!(faults.iter().any(|fault| fault.contains(found)), "{spoil}: {faults:?}");
        }
    }
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    let region = Region::open();
    let mut reader = region.browser(Script::On);
    reader.visit("/about");
    let failed =
        catch_unwind(AssertUnwindSafe(|| reader.click("存在しないボタン"))).expect_err("there is no such button");
    let message = failed.downcast_ref::<String>().expect("a message");
    assert!(message.contains("/about") && message.contains("English"), "{message}");
}
