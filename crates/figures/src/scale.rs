//! Scales: several answers become a score by rules that stand in the definition and nowhere else.

use std::ops::RangeInclusive;

/// One question of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its code, unique in the scale.
    pub code: String,
    /// Whether a high answer means little of what is measured.
    pub reversed: bool,
}

/// A part of a scale with a score of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its code.
    pub code: String,
    /// The codes of its items.
    pub items: Vec<String>,
}

/// What to do where answers are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// There is no score.
    NoScore,
    /// Up to so many missing answers count as the mean of the answers that are there; beyond that there is no score.
    Mean {
        /// Missing answers at most, in the whole or in the part that is scored.
        at_most: usize,
    },
}

/// A scale: its items, the answers they take, and what to do where one is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The items, in the order of the sheet.
    pub items: Vec<Item>,
    /// The answers, such as 0–4.
    pub answers: RangeInclusive<i32>,
    /// Parts with a score of their own.
    pub parts: Vec<Part>,
    /// Where answers are missing.
    pub missing: Missing,
}

/// The scores of one sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// Of the whole; `None` where too much is missing.
    pub total: Option<f64>,
    /// Of each part, in the order of the definition.
    pub parts: Vec<Option<f64>>,
}

/// Why a sheet cannot be scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unscored {
    /// There are more or fewer answers than items.
    Length,
    /// The answer to this item, counted from 0, is none that it takes.
    Answer(usize),
    /// A part names an item that the scale does not have.
    Definition,
}

impl Scale {
    /// Scores one sheet: an answer for each item, in their order, `None` where there is none.
    pub fn score(&self, sheet: &[Option<i32>]) -> Result<Scored, Unscored> {
        if sheet.len() != self.items.len() {
            return Err(Unscored::Length);
        }
        if let Some(at) = sheet.iter().position(|answer| answer.is_some_and(|answer| !self.answers.contains(&answer))) {
            return Err(Unscored::Answer(at));
        }
        let turned: Vec<Option<i32>> =
            sheet.iter().zip(&self.items).map(|(answer, item)| self.turn(*answer, item)).collect();
        let place = |code: &String| self.items.iter().position(|item| item.code == *code).ok_or(Unscored::Definition);
        let parts = self.parts.iter().map(|part| {
            let places: Vec<usize> = part.items.iter().map(place).collect::<Result<_, _>>()?;
            Ok(self.sum(&places.iter().map(|at| turned[*at]).collect::<Vec<_>>()))
        });
        Ok(Scored { parts: parts.collect::<Result<_, _>>()?, total: self.sum(&turned) })
    }

    /// An answer as it counts: a reversed one is mirrored within the range.
    fn turn(&self, answer: Option<i32>, item: &Item) -> Option<i32> {
        let mirrored = |answer| self.answers.start() + self.answers.end() - answer;
        answer.map(|answer| if item.reversed { mirrored(answer) } else { answer })
    }

    fn sum(&self, answers: &[Option<i32>]) -> Option<f64> {
        let there: Vec<f64> = answers.iter().flatten().map(|answer| f64::from(*answer)).collect();
        let missing = answers.len() - there.len();
        let sum: f64 = there.iter().sum();
        match self.missing {
            _ if missing == 0 => Some(sum),
            Missing::Mean { at_most } if missing <= at_most && !there.is_empty() => {
                #[expect(clippy::cast_precision_loss, reason = "a scale has a few dozen items")]
                let all = sum * answers.len() as f64 / there.len() as f64;
                Some(all)
            }
            Missing::NoScore | Missing::Mean { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scale(missing: Missing) -> Scale {
        let item = |code: &str, reversed| Item { code: code.to_owned(), reversed };
        Scale {
            items: vec![item("a", false), item("b", true), item("c", false), item("d", true)],
            answers: 1..=5,
            parts: vec![
                Part { code: "one".to_owned(), items: vec!["a".to_owned(), "b".to_owned()] },
                Part { code: "two".to_owned(), items: vec!["c".to_owned(), "d".to_owned()] },
            ],
            missing,
        }
    }

    #[test]
    fn reversed_items_are_mirrored() {
        let scored = scale(Missing::NoScore).score(&[Some(5), Some(1), Some(1), Some(5)]).expect("a score");
        assert_eq!(scored, Scored { total: Some(12.0), parts: vec![Some(10.0), Some(2.0)] });
    }

    #[test]
    fn what_is_missing_follows_the_rule() {
        let sheet = [Some(4), None, Some(2), Some(3)];
        let strict = scale(Missing::NoScore).score(&sheet).expect("a sheet");
        assert_eq!(strict, Scored { total: None, parts: vec![None, Some(5.0)] });
        let mean = scale(Missing::Mean { at_most: 1 });
        let scored = mean.score(&sheet).expect("a sheet");
        assert_eq!(scored, Scored { total: Some(12.0), parts: vec![Some(8.0), Some(5.0)] });
        assert_eq!(mean.score(&[None, None, Some(2), Some(3)]).expect("a sheet").total, None);
        assert_eq!(scale(Missing::Mean { at_most: 9 }).score(&[None; 4]).expect("a sheet").total, None);
    }

    #[test]
    fn what_is_no_sheet_of_this_scale() {
        let scale = scale(Missing::NoScore);
        assert_eq!(scale.score(&[Some(1)]), Err(Unscored::Length));
        assert_eq!(scale.score(&[Some(1), None, Some(6), Some(0)]), Err(Unscored::Answer(2)));
        let mut odd = scale;
        odd.parts[0].items.push("z".to_owned());
        assert_eq!(odd.score(&[Some(1); 4]), Err(Unscored::Definition));
    }

    proptest! {
        #[test]
        fn turned_answers_and_turned_items_cancel(answers in prop::collection::vec(1_i32..=5, 4)) {
            let plain = scale(Missing::NoScore);
            let mut turned = plain.clone();
            turned.items.iter_mut().for_each(|item| item.reversed = !item.reversed);
            let sheet: Vec<_> = answers.iter().copied().map(Some).collect();
            let mirrored: Vec<_> = answers.iter().map(|answer| Some(6 - answer)).collect();
            prop_assert_eq!(plain.score(&sheet), turned.score(&mirrored));
        }
    }
}
