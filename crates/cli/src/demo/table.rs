//! A table for a terminal, in which Japanese letters take two places.

/// Lays rows out in columns, the first row as the heading.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let wide = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or_default();
    let widths: Vec<_> = (0..columns).map(wide).collect();
    let mut lines: Vec<_> = rows.iter().map(|row| line(row, &widths)).collect();
    if !lines.is_empty() {
        let rule: Vec<_> = widths.iter().map(|width| "─".repeat(*width)).collect();
        lines.insert(1, format!("  {}", rule.join("  ")));
    }
    lines.join("\n")
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells: Vec<_> =
        row.iter().zip(widths).map(|(cell, wide)| format!("{cell}{}", " ".repeat(wide - width(cell)))).collect();
    format!("  {}", cells.join("  ")).trim_end().to_owned()
}

/// Places that a text takes in a terminal.
fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Kana, kanji, full-width letters and the marks among them (East Asian Width W and F, as far as names need it).
fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1_F300..=0x1_FAFF | 0x2_0000..=0x3_FFFD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_whatever_is_written_in_them() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let shown = table(&[row(["login", "name"]), row(["sakai", "酒井 はる"]), row(["志", "x"])]);
        assert_eq!(shown, "  login  name\n  ─────  ─────────\n  sakai  酒井 はる\n  志     x");
    }
}
