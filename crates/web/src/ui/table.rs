//! Tables that can be read on a telephone.

use maud::{Markup, html};

use super::ruby::{plain, ruby};
use super::say::Ui;

/// What becomes of a table on a narrow screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Narrow {
    /// Each row becomes a card with the column's name before each value: for lists of things.
    #[default]
    Cards,
    /// It stays a table and can be moved sideways: where columns are compared.
    Scroll,
}

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Not by this one.
    None,
    /// Smallest first.
    Up,
    /// Largest first.
    Down,
}

impl Sort {
    const fn arrow(self) -> &'static str {
        match self {
            Self::None => " ↕",
            Self::Up => " ↑",
            Self::Down => " ↓",
        }
    }
}

/// The head of a column.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its name.
    pub label: String,
    /// Whether it holds numbers, which stand at the right.
    pub number: bool,
    /// A link that sorts by it, and how it is sorted now.
    pub sort: Option<(String, Sort)>,
}

impl Head {
    /// A column of text.
    pub fn text(label: impl Into<String>) -> Self {
        Self { label: label.into(), number: false, sort: None }
    }

    /// A column of numbers.
    pub fn number(label: impl Into<String>) -> Self {
        Self { number: true, ..Self::text(label) }
    }

    /// With a link that sorts by it.
    #[must_use]
    pub fn sort(mut self, href: impl Into<String>, now: Sort) -> Self {
        self.sort = Some((href.into(), now));
        self
    }
}

/// A table. The first cell of a row names the row.
#[derive(Clone)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Whether the caption is only for those who do not see the heading above it.
    pub caption_hidden: bool,
    /// The columns.
    pub heads: Vec<Head>,
    /// The rows, each with one cell per column.
    pub rows: Vec<Vec<Markup>>,
    /// A last row of sums.
    pub foot: Option<Vec<Markup>>,
    /// What becomes of it on a narrow screen.
    pub narrow: Narrow,
}

impl Table {
    /// A list with a caption that stands above it.
    pub fn new(caption: impl Into<String>, heads: Vec<Head>, rows: Vec<Vec<Markup>>) -> Self {
        Self { caption: caption.into(), caption_hidden: false, heads, rows, foot: None, narrow: Narrow::Cards }
    }

    /// Moves sideways on a narrow screen.
    #[must_use]
    pub fn scroll(mut self) -> Self {
        self.narrow = Narrow::Scroll;
        self
    }

    /// With a last row of sums.
    #[must_use]
    pub fn foot(mut self, cells: Vec<Markup>) -> Self {
        self.foot = Some(cells);
        self
    }

    /// The heading above says already what it shows.
    #[must_use]
    pub fn quiet_caption(mut self) -> Self {
        self.caption_hidden = true;
        self
    }
}

impl Ui<'_> {
    /// A table. Roles are written out because a browser drops them when rows are laid out as cards.
    pub fn table(&self, table: &Table) -> Markup {
        let cards = table.narrow == Narrow::Cards;
        html! {
            div class={ "table-frame" @if cards { " table-cards" } }
                tabindex=[(!cards).then_some("0")] role=[(!cards).then_some("region")]
                aria-label=[(!cards).then(|| plain(&table.caption))] {
                table role="table" {
                    caption class=[table.caption_hidden.then_some("only-read")] { (ruby(&table.caption)) }
                    thead role="rowgroup" { tr role="row" { @for head in &table.heads { (head_cell(head)) } } }
                    tbody role="rowgroup" { @for row in &table.rows { (row_of(&table.heads, row)) } }
                    @if let Some(foot) = &table.foot { tfoot role="rowgroup" { (row_of(&table.heads, foot)) } }
                }
            }
            @if !cards { p class="table-hint" { (self.say("web-table-hint")) } }
        }
    }

    /// Leads to the next part of a long list; nothing on the last part.
    pub fn next_page(&self, href: Option<&str>) -> Markup {
        html! {
            @if let Some(href) = href {
                nav class="pager" aria-label=(self.plain("web-pager")) {
                    a class="button button-second" href=(href) { span { (self.say("web-next-page")) } }
                }
            }
        }
    }
}

fn head_cell(head: &Head) -> Markup {
    let order = head.sort.as_ref().map(|(_, sort)| match sort {
        Sort::None => "none",
        Sort::Up => "ascending",
        Sort::Down => "descending",
    });
    html! {
        th scope="col" role="columnheader" class=[head.number.then_some("number")] aria-sort=[order] {
            @if let Some((href, sort)) = &head.sort {
                a class="sort" href=(href) { span { (ruby(&head.label)) } span aria-hidden="true" { (sort.arrow()) } }
            } @else { (ruby(&head.label)) }
        }
    }
}

fn row_of(heads: &[Head], cells: &[Markup]) -> Markup {
    html! {
        tr role="row" {
            @for (at, (head, cell)) in heads.iter().zip(cells).enumerate() {
                @let class = head.number.then_some("number");
                @if at == 0 {
                    th scope="row" role="rowheader" class=[class] data-label=(plain(&head.label)) { (cell) }
                } @else {
                    td role="cell" class=[class] data-label=(plain(&head.label)) { (cell) }
                }
            }
        }
    }
}
