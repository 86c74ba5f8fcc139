//! The decision: what one worker may see of one person, for one purpose, now.
//!
//! # The same decision inside SQL
//!
//! A list must decide before it counts, orders, searches or cuts a page. It does so with this predicate, and with
//! no other text. Per person of the list, `vis(pid, m, deny)`:
//!
//! ```text
//! m         = ((bit_or(eff) | l) & ~r.cats) | v
//!                                          g: grants to agency :a with g.purposes & :p <> 0
//!                                             and g.from_at <= :now and :now < g.until_at; 0 if there is none
//!                                          eff = g.eff, without relapse while :now < g.relapse_at, of
//!                                             compiled(g.cats, g.relapse_from, duty of :a)
//!                                          r: bit_or of the refusals against agency :a or worker :w; 0 if none
//!                                          l, v: bit_or(b.eff), b: bases in law shared with agency :a, live and for :p
//!                                             as above; v of those that are vital, l of the others; 0 if there is none
//!                                          b.eff = effective(b.cats, false, duty of :a)
//! deny      = bit_or(b.deny)               b: barriers of worker :w towards the person; 0 if none
//! own       = :a has a live involvement with the person
//!
//! knows_of  = deny & 1 = 0 AND (own OR m & 1 = 1)
//! visible   = knows_of AND label & deny = 0 AND (author_agency = :a OR label & ~m = 0)
//! ```
//!
//! Bit 1 is [`Category::Existence`]. An own client adds the knowledge that the person exists and nothing else: an
//! entry of another agency labelled "existence" tells who else knows them and needs a grant. Break-glass is not in
//! the predicate, because it opens one person's own page and no list.
//!
//! [`Mask::for_row`] takes `m`, `deny` and `own` as they came out of that statement and is the same decision as
//! [`mask`] over the same facts: the tests compare the two over every small world.

use crate::grant::{BreakGlass, Grant, LegalBasis, effective};
use crate::label::{Categories, Category, Label};
use crate::purpose::Purpose;

/// Everything the decision depends on, read in one snapshot.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// What the worker says they look for.
    pub purpose: Purpose,
    /// The time of asking, in microseconds UTC.
    pub now: i64,
    /// Whether the worker's agency has a live involvement with the person.
    pub own_client: bool,
    /// Whether the worker's agency has a duty to report at `now`; see [`crate::duty_now`].
    pub duty_to_report: bool,
    /// The person's grants to the worker's agency. Those ended, not begun or for another purpose may be among
    /// them; the order does not matter.
    pub grants: &'a [Grant],
    /// What is shared with the worker's agency by law. As with grants, any may be among them.
    pub bases: &'a [LegalBasis],
    /// What the person has refused this agency or this worker.
    pub refused: Categories,
    /// What a separation denies this worker; see [`Categories::SEPARATION`].
    pub barrier: Categories,
    /// This worker's break-glass for this person, if there is one.
    pub break_glass: Option<BreakGlass>,
}

/// On what somebody sees something. It goes into the audit log and is shown to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The agency wrote it itself, or the person is its client.
    Own,
    /// A grant of the person, in this version.
    Grant {
        /// Which grant.
        id: i64,
        /// Which version of it.
        version: i64,
    },
    /// A basis in law other than consent; its number.
    Law(i64),
    /// Grants of the person, and bases in law, that a list row has added up without carrying their names; see [`Mask::for_row`].
    Grants,
    /// An emergency look without consent; the number of the break-glass.
    BreakGlass(i64),
}

/// What one worker may see of one person, for one purpose, at one time. Never kept longer than the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    granted: Categories,
    glass: Categories,
    deny: Categories,
    own_client: bool,
    /// Which grant or basis in law opens each category of `granted`.
    from: [Basis; Category::ALL.len()],
    glass_id: i64,
}

/// Decides what may be seen under these facts. Total, allocates nothing.
#[must_use]
pub fn mask(facts: &Facts<'_>) -> Mask {
    let mut mask = Mask { own_client: facts.own_client, deny: facts.barrier, ..Mask::nothing() };
    for grant in facts.grants.iter().filter(|grant| grant.is_live(facts.purpose, facts.now)) {
        let given =
            effective(grant.categories, grant.names_relapse(facts.now), facts.duty_to_report).without(facts.refused);
        mask.add(given, Basis::Grant { id: grant.id, version: grant.version });
    }
    for basis in facts.bases.iter().filter(|basis| basis.is_live(facts.purpose, facts.now)) {
        mask.add(basis.opens(facts.duty_to_report, facts.refused), Basis::Law(basis.id));
    }
    if let Some(glass) = facts.break_glass.filter(|glass| glass.is_live(facts.now)) {
        let opens = BreakGlass::opens(facts.duty_to_report).without(facts.refused);
        // Whoever works with the other of two separated persons is not told by an emergency that this one is here.
        mask.glass = if facts.barrier.is_empty() { opens } else { opens.without(Category::Existence.into()) };
        mask.glass_id = glass.id;
    }
    mask
}

impl Mask {
    /// Sees nothing and knows of nobody.
    #[must_use]
    pub const fn nothing() -> Self {
        Self {
            granted: Categories::NONE,
            glass: Categories::NONE,
            deny: Categories::NONE,
            own_client: false,
            from: [Basis::Grants; Category::ALL.len()],
            glass_id: 0,
        }
    }

    /// The mask of a list row, from `m`, `deny` and `own` of the SQL predicate at the head of this file.
    ///
    /// Unknown bits are dropped: no label contains them.
    #[must_use]
    pub const fn for_row(allow_bits: u16, deny_bits: u16, own_client: bool) -> Self {
        Self {
            granted: Categories::known(allow_bits),
            deny: Categories::known(deny_bits),
            own_client,
            ..Self::nothing()
        }
    }

    /// Adds what a grant or a basis in law gives. Where several give the same, the lowest number is named, so that the order in
    /// which they were read shows nowhere; [`Basis::Grants`], which stands there at first, sorts after them all.
    fn add(&mut self, given: Categories, basis: Basis) {
        let mut left = given.bits();
        while left != 0 {
            let at = left.trailing_zeros() as usize;
            left &= left - 1;
            self.from[at] = self.from[at].min(basis);
        }
        self.granted = self.granted.plus(given);
    }

    /// The basis on which the worker sees an entry with this label; `None` if they do not, and then they must not
    /// learn that it exists.
    ///
    /// `author_is_own`: the worker's agency wrote it. Where several grants open one entry together, the one that
    /// opens its last category in [`Category::ALL`] is named, and break-glass before any grant; all of them come
    /// from [`Mask::bases`].
    #[must_use]
    pub fn sees(&self, label: Label, author_is_own: bool) -> Option<Basis> {
        let asked = label.categories();
        if !self.knows_of() || asked.meets(self.deny) {
            None
        } else if author_is_own && self.knows_without_glass() {
            Some(Basis::Own)
        } else if self.knows_without_glass() && self.granted.contains(asked) {
            Some(self.from[asked.bits().ilog2() as usize])
        } else if self.opened_by_glass().contains(asked) {
            Some(Basis::BreakGlass(self.glass_id))
        } else {
            None
        }
    }

    /// Whether the worker may know that the person exists here. Without it nothing else is visible, and the
    /// answer to every question must be the same as for a person who does not exist.
    pub fn knows_of(&self) -> bool {
        self.knowing().is_some()
    }

    /// On what the worker knows that the person exists here.
    #[must_use]
    pub fn knowing(&self) -> Option<Basis> {
        if self.deny.has(Category::Existence) {
            None
        } else if self.own_client {
            Some(Basis::Own)
        } else if self.granted.has(Category::Existence) {
            Some(self.from[Category::Existence as usize])
        } else if self.glass.has(Category::Existence) {
            Some(Basis::BreakGlass(self.glass_id))
        } else {
            None
        }
    }

    /// Whether the knowledge rests on more than break-glass. An agency whose involvement has ended does not get
    /// its old notes on justice back by breaking glass.
    const fn knows_without_glass(&self) -> bool {
        self.own_client || self.granted.has(Category::Existence)
    }

    /// What an entry may be about to be opened by break-glass, on top of what is granted. What it never opens is
    /// taken out last: an entry that is even in part about justice stays shut, though the person may have granted
    /// that part.
    const fn opened_by_glass(&self) -> Categories {
        self.granted.plus(self.glass).without(Categories::NEVER_BY_BREAK_GLASS)
    }

    /// Every basis that opens an entry with this label, each once; nothing if the worker does not see it. On what
    /// they know of the person at all is [`Mask::knowing`].
    pub fn bases(&self, label: Label, author_is_own: bool) -> impl Iterator<Item = Basis> {
        let first = self.sees(label, author_is_own);
        let parts = match first {
            None | Some(Basis::Own) => Categories::NONE,
            Some(_) => label.categories().common(self.granted),
        };
        let grant_of = |category: Category| self.from[category as usize];
        let others = parts.iter().map(grant_of).enumerate().filter_map(move |(at, basis)| {
            let named = first == Some(basis) || parts.iter().take(at).any(|before| grant_of(before) == basis);
            (!named).then_some(basis)
        });
        first.into_iter().chain(others)
    }

    /// The categories an entry of another agency may have to be visible when it has only that one.
    #[must_use]
    pub fn allowed(&self) -> Categories {
        let granted = if self.knows_without_glass() { self.granted } else { Categories::NONE };
        if self.knows_of() { granted.plus(self.opened_by_glass()).without(self.deny) } else { Categories::NONE }
    }

    /// The same, without what a separation denies somebody else who will read it, too.
    #[must_use]
    pub const fn behind(self, denied: Categories) -> Self {
        Self { deny: self.deny.plus(denied), ..self }
    }

    /// What a separation denies.
    #[must_use]
    pub const fn denied(&self) -> Categories {
        self.deny
    }
}
