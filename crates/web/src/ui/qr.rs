//! A square of dots that a telephone reads, drawn here: nothing leaves the house for it.

use std::fmt::Write;

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the dots, as ISO/IEC 18004 wants them.
const QUIET: i32 = 4;

/// A text as a QR code; nothing when it is longer than one can hold (2,331 bytes). `label` says what it is for those who
/// do not see it; what stands in it must stand beside it as text too.
///
/// Always dark on light, whatever the colours of the page: cameras want it so.
pub fn qr(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return html! {} };
    let side = code.size() + 2 * QUIET;
    html! {
        svg class="qr" role="img" aria-label=(label) viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" {
            path fill="#fff" d={ "M0 0h" (side) "v" (side) "H0z" } {}
            path fill="#000" d=(dots(&code)) {}
        }
    }
}

/// Every dark run of a line as one rectangle.
fn dots(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += i32::try_from(run).unwrap_or_default() + 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_has_every_dark_dot_and_no_other() {
        let code = QrCode::encode_text("otpauth://totp/x?secret=ABC", QrCodeEcc::Medium).expect("it is short");
        let mut drawn = vec![];
        for part in dots(&code).split_terminator('z') {
            let numbers: Vec<i32> =
                part.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            let [x, y, run, ..] = numbers[..] else { panic!("{part}") };
            drawn.extend((x..x + run).map(|x| (x - QUIET, y - QUIET)));
        }
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        assert_eq!(drawn, all.filter(|(x, y)| code.get_module(*x, *y)).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_too_long_is_not_drawn_by_halves() {
        assert_eq!(qr(&"x".repeat(3_000), "x").into_string(), "");
        assert!(qr("x", "<b>").into_string().contains("&lt;b"));
    }
}
