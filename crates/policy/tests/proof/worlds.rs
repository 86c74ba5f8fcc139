//! Small worlds: what varies, and how one world is asked every question.

use policy::{BreakGlass, Categories, Category, Facts, Grant, Label, LegalBasis, Mask, Purpose, Purposes, mask};

use crate::reference::Reading;

/// When everything in a small world is asked.
pub const NOW: i64 = 1_000_000_000_000;

/// Four classes that stand for the ten: the one everything hangs on, a plain one, the one the duty masks, and one
/// that break-glass never opens. No rule tells two categories of the same class apart except the barrier and the
/// refusal, which vary here as sets.
pub const CLASSES: [Category; 4] = [Category::Existence, Category::Health, Category::Relapse, Category::Justice];

/// The yes-or-no facts of a world.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "a world is made of yes and no")]
pub struct Switches {
    pub duty: bool,
    pub named: bool,
    pub glass: bool,
    pub own_client: bool,
}

impl Switches {
    pub fn all() -> impl Iterator<Item = Self> {
        (0..16).map(|bits| Self {
            duty: bits & 1 != 0,
            named: bits & 2 != 0,
            glass: bits & 4 != 0,
            own_client: bits & 8 != 0,
        })
    }

    pub fn facts(self, grants: &[Grant], refused: Categories, barrier: Categories) -> Facts<'_> {
        Facts {
            purpose: Purpose::Support,
            now: NOW,
            own_client: self.own_client,
            duty_to_report: self.duty,
            grants,
            bases: &[],
            refused,
            barrier,
            break_glass: self.glass.then_some(BreakGlass { id: 900, from: NOW - 5, until: NOW + 5 }),
        }
    }
}

/// A grant that is live at [`NOW`] for support; what it names, it has named since it began.
pub fn grant(id: i64, categories: Categories, relapse_named: bool) -> Grant {
    Grant {
        id,
        version: 1,
        purposes: Purposes::of(&[Purpose::Support]),
        categories,
        relapse_from: relapse_named.then_some(NOW - 10),
        from: NOW - 10,
        until: NOW + 10,
    }
}

/// A basis in law that is live at [`NOW`] for support.
pub fn basis(id: i64, categories: Categories, vital: bool) -> LegalBasis {
    let purposes = Purposes::of(&[Purpose::Support]);
    LegalBasis { id, purposes, categories, vital, from: NOW - 10, until: NOW + 10 }
}

/// Every set of the four classes.
pub fn class_sets() -> Vec<Categories> {
    (0_usize..16).map(|bits| (0..4).filter(|at| bits >> at & 1 == 1).map(|at| CLASSES[at]).collect()).collect()
}

/// Every set of the ten categories.
pub fn all_sets() -> Vec<Categories> {
    (0..1024).map(Categories::known).collect()
}

/// The labels among these sets.
pub fn labels(sets: &[Categories]) -> Vec<Label> {
    sets.iter().copied().filter_map(Label::new).collect()
}

/// No category, or exactly one of these.
pub fn at_most_one(of: &[Category]) -> Vec<Categories> {
    let mut sets = vec![Categories::NONE];
    sets.extend(of.iter().copied().map(Categories::from));
    sets
}

/// Asks one world for every label, as another's entry and as the own: the decision, the second reading, and, when
/// no glass is broken, the list row and the SQL predicate must all say the same. Gives the number of questions.
pub fn compare(facts: &Facts<'_>, labels: &[Label]) -> u64 {
    let decided = mask(facts);
    let read = Reading::of(facts);
    assert_eq!(decided.knows_of(), read.knows(), "knows of: {facts:?}");
    let row = facts.break_glass.is_none().then(|| Row::of(facts));
    for &label in labels {
        for own in [false, true] {
            let seen = decided.sees(label, own).is_some();
            assert!(seen == read.may_see(label.bits(), own), "{label} own={own} decided={seen}: {facts:?}");
            if let Some(row) = &row {
                assert!(seen == row.mask.sees(label, own).is_some(), "as a row: {label} own={own}: {facts:?}");
                assert!(seen == row.sql_visible(label, own), "in SQL: {label} own={own}: {facts:?}");
            }
        }
    }
    let single = |category: &Category| decided.sees(Label::of(*category), false).is_some();
    let singles: Categories = Category::ALL.into_iter().filter(single).collect();
    assert_eq!(decided.allowed(), singles, "{facts:?}");
    if let Some(row) = row {
        assert_eq!(decided.knows_of(), row.sql_knows_of());
        assert_eq!(decided.knows_of(), row.mask.knows_of());
        assert_eq!(decided.allowed(), row.mask.allowed());
    }
    2 * labels.len() as u64
}

/// The SQL predicate of `policy::mask`, done with integers as the engine would.
struct Row {
    m: u16,
    deny: u16,
    own: bool,
    mask: Mask,
}

impl Row {
    fn of(facts: &Facts<'_>) -> Self {
        let (now, purpose) = (facts.now, Purposes::from(facts.purpose).bits());
        let mut m = 0;
        for g in facts.grants {
            let (eff, relapse_at) = policy::compiled(g.categories, g.relapse_from, facts.duty_to_report);
            let eff = eff.bits() & !(if relapse_at.is_some_and(|at| at > now) { Category::Relapse.bit() } else { 0 });
            if g.purposes.bits() & purpose != 0 && g.from <= now && now < g.until {
                m |= eff;
            }
        }
        let (mut lawful, mut vital) = (0, 0);
        for b in facts.bases.iter().filter(|b| b.purposes.bits() & purpose != 0 && b.from <= now && now < b.until) {
            let eff = policy::effective(b.categories, false, facts.duty_to_report).bits();
            if b.vital {
                vital |= eff;
            } else {
                lawful |= eff;
            }
        }
        let m = ((m | lawful) & !facts.refused.bits()) | vital;
        let (deny, own) = (facts.barrier.bits(), facts.own_client);
        Self { m, deny, own, mask: Mask::for_row(m, deny, own) }
    }

    fn sql_knows_of(&self) -> bool {
        self.deny & 1 == 0 && (self.own || self.m & 1 == 1)
    }

    fn sql_visible(&self, label: Label, author_is_own: bool) -> bool {
        let label = label.bits();
        self.sql_knows_of() && label & self.deny == 0 && (author_is_own || label & !self.m == 0)
    }
}
