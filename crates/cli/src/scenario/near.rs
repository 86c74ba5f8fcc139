//! "Did you mean": the known word that is nearest to a mistyped one.

/// The word of `known` that `word` may have been meant to be; none when all are too far away.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let far = (word.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(steps, candidate)| *steps <= far || stands_in(word, candidate))
        .min_by_key(|(steps, candidate)| (!stands_in(word, candidate), *steps))
        .map(|(_, candidate)| candidate)
}

/// Whether one is a part of the other, such as `text` of `sections_text`.
fn stands_in(word: &str, candidate: &str) -> bool {
    word.len() >= 4 && candidate.contains(word) || candidate.len() >= 4 && word.contains(candidate)
}

/// Letters to change, add, leave out, or exchange with their neighbour, to come from `a` to `b`.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        let known = ["health", "justice", "existence"];
        assert_eq!(nearest("helth", known), Some("health"));
        assert_eq!(nearest("jsutice", known), Some("justice"));
        assert_eq!(nearest("existense", known), Some("existence"));
    }

    #[test]
    fn a_part_of_a_word_is_recognised() {
        assert_eq!(nearest("shown", ["sections_shown", "sections_hidden"]), Some("sections_shown"));
    }

    #[test]
    fn something_else_is_not() {
        assert_eq!(nearest("weather", ["health", "justice"]), None);
        assert_eq!(nearest("", ["health"]), None);
    }
}
