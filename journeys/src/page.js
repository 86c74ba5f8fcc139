// Finds things on a page by what a reader calls them. Runs through WebDriver, so it works where the page's scripts are off.
// Every function answers { element } or { problem: what is there instead }.
const squeeze = text => text.replace(/\s+/g, " ").trim();
const READINGS = "rt, rp, svg, [hidden], .field-required";
const without = (element, left) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(left).forEach(part => part.remove());
  return squeeze(copy.textContent);
};
// With and without what only a screen reader hears.
const names = element => [
  without(element, READINGS),
  without(element, READINGS + ", .only-read"),
  squeeze(element.getAttribute("aria-label") || ""),
  squeeze(element.value && element.matches("input") ? element.value : ""),
].filter(name => name !== "");
const seen = element => element.checkVisibility({ visibilityProperty: true });
const called = (name, all, nameOf) => {
  const exactly = all.filter(element => nameOf(element).includes(name));
  return exactly.length > 0 ? exactly : all.filter(element => nameOf(element).some(said => said.includes(name)));
};
const one = (name, found, all, nameOf) => {
  const targets = new Set(found.map(element => element.getAttribute("href") || element));
  if (targets.size === 1) return { element: found[0] };
  const list = elements => [...new Set(elements.map(element => nameOf(element)[0] || "(no name)"))].join(" | ");
  return { problem: found.length === 0
    ? `nothing is called 「${name}」 here; there is: ${list(all)}`
    : `${found.length} things are called 「${name}」 here: ${list(found)}` };
};

const CONTROLS = "a[href], button, summary, input[type=submit], [role=button]";
const control = (name, near) => {
  const inside = place => [...place.querySelectorAll(CONTROLS)].filter(seen);
  if (!near) return one(name, called(name, inside(document), names), inside(document), names);
  // The smallest piece of the page that holds both the text and the control.
  const pieces = [...document.querySelectorAll("li, tr, article, section, fieldset, form, dl, details, div")]
    .filter(piece => without(piece, "rt, rp").includes(near))
    .sort((a, b) => a.textContent.length - b.textContent.length);
  const piece = pieces.find(piece => called(name, inside(piece), names).length > 0);
  if (!piece) return { problem: pieces.length === 0 ? `「${near}」 is not here` : `no 「${name}」 near 「${near}」` };
  return one(name, called(name, inside(piece), names), inside(piece), names);
};

const labels = input => [...(input.labels || [])].flatMap(names).concat(squeeze(input.getAttribute("aria-label") || "")).filter(Boolean);
const FIELDS = "input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=submit]), textarea, select";
const field = label => {
  const all = [...document.querySelectorAll(FIELDS)];
  return one(label, called(label, all, labels), all, labels);
};

// An item of a question: an option of a list, or a radio button or box under a legend. Without a question, a lone box.
const item = (question, name) => {
  if (question) {
    const lists = called(question, [...document.querySelectorAll("select")], labels);
    if (lists.length === 1) {
      const options = [...lists[0].options];
      return one(name, called(name, options, names), options, names);
    }
  }
  const legend = group => { const head = group.querySelector("legend"); return head ? names(head) : []; };
  const groups = [...document.querySelectorAll("fieldset")];
  const group = question ? one(question, called(question, groups, legend), groups, legend) : { element: document };
  if (group.problem) return group;
  const all = [...group.element.querySelectorAll("input[type=radio], input[type=checkbox]")];
  const found = one(name, called(name, all, labels), all, labels);
  // What is clicked is the label, as the button itself may be too small to hit.
  return found.problem ? found : { element: [...found.element.labels].find(seen) || found.element };
};

// What a page says to somebody who asks what is wrong with a field, or what it wants.
const about = label => {
  const found = field(label);
  if (found.problem) return found;
  const ids = (found.element.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
  return { text: squeeze(ids.map(id => document.getElementById(id)).filter(Boolean).map(part => without(part, "rt, rp")).join(" ")) };
};

// What the page's words come to, readings left out so that a search for a word finds it in every register.
const text = () => without(document.body, "rt, rp, script, noscript, style, [hidden]");
