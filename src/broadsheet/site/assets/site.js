// Finding a lesson, and choosing a file of it. Pages can be read and used without this script.
"use strict";

// Letters as one looks for them: without accents, vowel points or capitals.
const ALIKE = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", ة: "ه", ى: "ي", ـ: "" };
const FINALS = { ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ" };

function folded(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\u200c\u200d\u00ad'’ʼ]/gu, "")
    .replace(/./gu, (letter) => ALIKE[letter] ?? FINALS[letter] ?? letter);
}

// Words, and runs of signs in scripts that part no words, in which a part is looked for.
const WORDS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]+|[\p{L}\p{N}]+?(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[^\p{L}\p{N}]|$)/gu;
const UNPARTED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]/u;

function words(text) {
  return folded(text).match(WORDS) ?? [];
}

// A word, and without what Arabic and Hebrew write together with it: the article, “and”, “in” …
function forms(word) {
  const bare = word.replace(/^(?:[وفبكل]?ال|لل|[והבלכמש](?=[\u05d0-\u05ea]{3}))/u, "");
  return bare !== word && bare.length > 1 ? [word, bare] : [word];
}

// How well a word that is looked for fits one that is there: 1 is the same, 0 not at all.
function fit(wanted, there) {
  if (wanted === there) return 1;
  if (there.startsWith(wanted)) return 0.6 + (0.3 * wanted.length) / there.length;
  return UNPARTED.test(wanted) && there.includes(wanted) ? 0.8 : 0;
}

// The same with a slip: one letter wrong, missing, too many, or two in each other's place.
function nearly(wanted, there) {
  if (wanted.length < 4 || Math.abs(wanted.length - there.length) > 1) return 0;
  let at = 0;
  while (at < wanted.length && wanted[at] === there[at]) at += 1;
  const [a, b] = [wanted.slice(at), there.slice(at)];
  const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  const same = a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b;
  return swapped || same ? 0.4 : 0;
}

function indexed(lesson) {
  return lesson.words.flatMap(([weight, text]) => words(text).flatMap(forms).map((word) => [word, weight]));
}

// What a lesson scores for all words that are looked for; 0 where one of them is not there.
function score(index, wanted, fits) {
  let sum = 0;
  for (const word of wanted) {
    let best = 0;
    for (const form of forms(word))
      for (const [there, weight] of index) best = Math.max(best, fits(form, there) * weight);
    if (!best) return 0;
    sum += best;
  }
  return sum || 1;
}

function scores(indexes, query) {
  const wanted = words(query);
  const exact = indexes.map((index) => score(index, wanted, fit));
  return exact.some(Boolean) ? exact : indexes.map((index) => score(index, wanted, (a, b) => fit(a, b) || nearly(a, b)));
}

function finder(form, lessons) {
  const list = document.querySelector("#lessons");
  const cards = [...list.children];
  const indexes = lessons.map(indexed);
  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");
  const fits = (lesson, but) =>
    selects.every((each) => each === but || !each.value || (lesson.under[each.name] ?? []).includes(each.value));

  // Each filter says how many lessons are left with each of its choices, whatever the others are.
  function count(select, found) {
    const left = lessons.filter((lesson, at) => found[at] && fits(lesson, select));
    for (const option of select.options) {
      if (!option.value) continue;
      const number = left.filter((lesson) => (lesson.under[select.name] ?? []).includes(option.value)).length;
      option.textContent = `${option.dataset.name} (${number})`;
      option.disabled = !number && !option.selected;
    }
    // Languages of which nothing is left.
    for (const group of select.querySelectorAll("optgroup"))
      group.hidden = [...group.children].every((option) => option.disabled);
    select.classList.toggle("set", Boolean(select.value));
  }

  function show() {
    const query = form.elements.q.value;
    const found = scores(indexes, query);
    for (const select of selects) count(select, found);
    const order = cards.map((card, at) => [card, fits(lessons[at]) ? found[at] : 0]);
    if (query.trim()) order.sort((a, b) => b[1] - a[1]);
    for (const [card, points] of order) card.hidden = !points;
    list.append(...order.map(([card]) => card));
    const number = order.filter(([, points]) => points).length;
    const said = form.dataset.shown.replace("{n}", number).replace("{total}", cards.length);
    if (status.textContent !== said) status.textContent = said;
    document.querySelector(".nothing").hidden = number > 0;
    form.querySelector(".clear").hidden = !query && selects.every((each) => !each.value);
    const kept = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
    history.replaceState(null, "", kept ? `#?${kept}` : location.href.replace(/#\?.*$/, ""));
  }

  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(() => (show(), form.elements.q.focus())));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("li:not([hidden]) a")?.focus();
  });
  // Who comes back from a lesson finds the list as it was.
  if (location.hash.startsWith("#?"))
    for (const [name, value] of new URLSearchParams(location.hash.slice(2)))
      if (form.elements[name]) form.elements[name].value = value;
  if (window.matchMedia("(max-width: 40rem)").matches && selects.every((each) => !each.value))
    form.querySelector("details").open = false;
  form.hidden = false;
  show();
}

// Words whose direction leaves that of their neighbours alone.
function apart(text) {
  const node = document.createElement("bdi");
  node.textContent = text;
  return node;
}

// Choices made of the links to files: whatever is chosen, the last choices give way to the first.
function chooser(section) {
  const form = section.querySelector("form");
  const links = [...section.querySelectorAll("details a")];
  const selects = [...form.querySelectorAll("select")];
  const button = form.querySelector(".button");

  // What there is no choice of need not be chosen.
  const open = selects.filter(({ name }) => new Set(links.map((link) => link.dataset[name])).size > 1);
  form.querySelector("legend").hidden = links.length === 1;

  function show() {
    let left = links;
    for (const select of selects) {
      const values = [...new Set(left.map((link) => link.dataset[select.name]))];
      const value = select.length && values.includes(select.value) ? select.value : values[0];
      select.replaceChildren(...values.map((each) => new Option(each, each, false, each === value)));
      select.disabled = values.length === 1;
      select.closest("p").hidden = !open.includes(select) || values.every((each) => !each);
      left = left.filter((link) => link.dataset[select.name] === value);
    }
    const { document: name, edition, note, format, paper, what } = left[0].dataset;
    const { comma, colon } = form.dataset;
    const chosen = [name, edition, paper || format].filter(Boolean);
    const said = chosen.flatMap((each, at) => [at ? comma : "", apart(each)]);
    button.href = left[0].href;
    form.querySelector("output").replaceChildren(...said, colon, apart(what));
    form.querySelector(".note").textContent = note;
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  section.querySelector("details").open = false;
  form.hidden = false;
  show();
}

const form = document.querySelector("form.finder");
if (form && window.broadsheetLessons) finder(form, window.broadsheetLessons);
document.querySelectorAll("section.files").forEach(chooser);
