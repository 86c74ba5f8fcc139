//! Random worlds, drawn so that every rule decides often enough.

use policy::{BreakGlass, Categories, Category, Facts, Grant, Label, LegalBasis, Purpose, Purposes};

/// When everything is asked.
const NOW: i64 = 1_800_000_000_000_000;

/// A source of numbers that gives the same worlds every time (`SplitMix64`).
pub struct Random(u64);

impl Random {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        let at = self.next() % all.len() as u64;
        all[usize::try_from(at).unwrap_or_default()]
    }

    fn once_in(&mut self, n: u64) -> bool {
        self.next().is_multiple_of(n)
    }

    fn categories(&mut self) -> Categories {
        Categories::known((self.next() & 1023) as u16)
    }

    /// Mostly nothing, so that walls and refusals leave something to see.
    fn few(&mut self) -> Categories {
        if self.once_in(2) {
            return Categories::NONE;
        }
        self.categories().common(self.categories()).common(self.categories())
    }
}

/// A world that owns its grants.
pub struct World {
    grants: Vec<Grant>,
    bases: Vec<LegalBasis>,
    facts: Facts<'static>,
}

impl World {
    pub fn draw(random: &mut Random) -> Self {
        let hour = BreakGlass::LONGEST;
        let break_glass = random.once_in(3).then(|| BreakGlass {
            id: 1,
            from: NOW - random.one_of(&[-1, 0, 1, hour - 1, hour, hour + 1]),
            until: NOW + random.one_of(&[-1, 0, 1, hour, i64::MAX - NOW]),
        });
        let facts = Facts {
            purpose: random.one_of(&Purpose::ALL),
            now: NOW,
            own_client: random.once_in(2),
            duty_to_report: random.once_in(2),
            grants: &[],
            bases: &[],
            refused: random.few(),
            barrier: if random.once_in(4) { Categories::SEPARATION } else { random.few() },
            break_glass,
        };
        let many = random.one_of(&[0, 1, 1, 2, 3]);
        let grants = (0..many).map(|id| grant(random, id)).collect();
        let some = random.one_of(&[0, 0, 1, 2]);
        let bases = (0..some).map(|id| basis(random, id)).collect();
        Self { grants, bases, facts }
    }

    pub fn facts(&self) -> Facts<'_> {
        Facts { grants: &self.grants, bases: &self.bases, ..self.facts }
    }
}

fn basis(random: &mut Random, id: i64) -> LegalBasis {
    let all = Purpose::ALL;
    LegalBasis {
        id,
        purposes: Purposes::of(&[random.one_of(&all), random.one_of(&all), random.one_of(&all)]),
        categories: random.categories().with(Category::Existence),
        vital: random.once_in(2),
        from: NOW + random.one_of(&[-10, -1, 0, -10, 1]),
        until: NOW + random.one_of(&[10, 1, 10, 0, i64::MAX - NOW]),
    }
}

fn grant(random: &mut Random, id: i64) -> Grant {
    let mut categories = random.categories();
    if !random.once_in(4) {
        categories = categories.with(Category::Existence);
    }
    if random.once_in(3) {
        categories = categories.plus(random.categories());
    }
    let all = Purpose::ALL;
    Grant {
        id,
        version: 1,
        purposes: Purposes::of(&[random.one_of(&all), random.one_of(&all), random.one_of(&all)]),
        categories,
        relapse_from: random.once_in(2).then(|| NOW + random.one_of(&[-10, -1, 0, 1, 10])),
        from: NOW + random.one_of(&[-10, -1, 0, -10, 1]),
        until: NOW + random.one_of(&[10, 1, 10, 0, i64::MAX - NOW]),
    }
}

/// Every category by itself, and some labels of several.
pub fn labels(random: &mut Random) -> Vec<Label> {
    let mut labels: Vec<Label> = Category::ALL.into_iter().map(Label::of).collect();
    for _ in 0..5 {
        let some = random.categories().common(random.categories());
        labels.extend(Label::new(some).filter(|label| some.len() > 1 && !labels.contains(label)));
    }
    labels
}
