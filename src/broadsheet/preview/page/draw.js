// Draws a state. What is there already stays: its focus, its place on the screen, its picture.
// Words of lessons go into the page as text, and as nothing else.

import { at, inLanguage, keyed, make, put } from "/elements.js";
import { drawPages } from "/pages.js";

export function draw(state, does) {
  drawLessons(state, does);
  drawHead(state);
  drawSwitches(state);
  drawFindings(state, does);
  drawQuestions(state, does);
  drawPages(state, does);
  if (does.isNew) scrollTo(0, 0);
}

function drawLessons({ lessons, view, unread, missing }, { address }) {
  keyed(
    at("lessons"),
    lessons,
    (lesson) => lesson.name,
    () => make("li", "", make("a", "", make("span", "name"), make("span", "tally"))),
    (item, lesson) => {
      const link = item.firstChild;
      const [name, tally] = link.children;
      link.href = address({ lesson: lesson.name });
      link.dataset.name = lesson.name;
      if (lesson.name === view.lesson) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      put(name, lesson.title);
      inLanguage(name, lesson);
      put(tally, tallied(lesson));
      tally.classList.toggle("bad", lesson.errors > 0 || lesson.gone);
    },
  );
  put(at("lessons-count"), `${lessons.length}${unread ? `, ${unread} being read` : ""}`);
  at("missing").hidden = !missing.length;
  put(at("missing"), missing.length ? `There no more, and waited for: ${missing.join(", ")}` : "");
}

function tallied({ errors, warnings, gone, unit }) {
  if (gone) return "gone";
  const parts = unit ? ["unit"] : [];
  if (errors) parts.push(counted(errors, "error"));
  if (warnings) parts.push(counted(warnings, "warning"));
  return parts.join(", ");
}

function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function drawHead({ piece, view, counts, status, findings, download, pages, unread }) {
  const title = at("title");
  if (piece) inLanguage(title, piece);
  else inLanguage(title, { language: "en", direction: "ltr" });
  put(title, piece?.title ?? (unread ? "Reading …" : `There is no lesson ${view.lesson} here`));
  at("file").hidden = !piece;
  put(at("file"), piece?.file ?? "");
  put(at("counts"), counts ? counting(counts) : "");
  at("counts").classList.toggle("over", Boolean(counts?.allowed && counts.sides > counts.allowed));
  put(at("status"), standing(piece, status, pages));
  document.body.dataset.status = piece ? status : "none";
  const link = at("download");
  link.hidden = !download;
  if (download) {
    link.href = `/file/${download.digest}/${encodeURIComponent(download.name)}`;
    link.download = download.name;
    put(link, `Download ${download.name}`);
  }
  const errors = findings.filter((each) => each.severity === "error").length;
  const name = piece ? `${piece.title} · ${view.document}` : "Broadsheet";
  document.title = `${errors ? `(${counted(errors, "error")}) ` : ""}${name} · preview`;
}

function counting({ sides, allowed, points, minutes }) {
  const parts = [];
  if (sides !== null) parts.push(allowed ? `${sides} of ${allowed} sides` : counted(sides, "side"));
  if (points !== null) parts.push(counted(points, "point"));
  if (minutes !== null) parts.push(counted(minutes, "minute"));
  return parts.join(" · ");
}

function standing(piece, status, pages) {
  if (!piece) return "";
  if (piece.gone) return "The file is there no more: deleted or renamed. These are its last pages.";
  if (status === "held" && pages.length) {
    return "Old pages: an error stands, so these are the last good ones. Downloads are held back.";
  }
  if (status === "held") return "An error stands, and there are no pages yet.";
  return status === "making" ? "Being laid out …" : "Up to date";
}

function drawSwitches({ choices, view }) {
  for (const select of at("switches").elements) {
    const given = choices?.[select.name] ?? [];
    select.disabled = !given.length;
    keyed(
      select,
      given.length ? given : [{ name: "", label: "one for all" }],
      (choice) => choice.name,
      (choice) => new Option(choice.label, choice.name),
      () => {},
    );
    if (select.value !== view[select.name]) select.value = view[select.name];
  }
}

function drawFindings({ findings }, { open }) {
  at("no-findings").hidden = findings.length > 0;
  const seen = new Map();
  keyed(
    at("findings"),
    findings,
    (each) => {
      const name = `${each.code} ${each.file} ${each.message}`;
      seen.set(name, (seen.get(name) ?? 0) + 1);
      return `${name} ${seen.get(name)}`;
    },
    (each) => {
      const place = make("button", "place");
      place.type = "button";
      const why = make("details", "", make("summary", "", "Why"), make("p", "", each.why));
      const message = make("p", "message", each.message);
      const hint = make("p", "hint", each.hint);
      message.dir = hint.dir = "auto";
      why.append(make("p", "code", each.code));
      const kind = make("p", "kind", each.severity);
      return make("li", each.severity, kind, message, ...(each.hint ? [hint] : []), place, why);
    },
    (item, each) => {
      const place = item.querySelector(".place");
      put(place, each.line ? `${each.file}:${each.line}` : each.file);
      place.onclick = () => open(each.file, each.line);
    },
  );
}

function drawQuestions({ questions, view, piece }, { ask, open }) {
  at("questions-box").hidden = !questions.length;
  at("ask-all").hidden = !view.questions.length;
  const asked = questions.filter((each) => each.asked).map((each) => each.number);
  keyed(
    at("questions"),
    questions,
    (each) => each.number,
    (each) => {
      const tick = document.createElement("input");
      tick.type = "checkbox";
      tick.setAttribute("aria-label", `Ask question ${each.number}`);
      const about = make("p", "about", make("span", "number", String(each.number)), make("span"));
      return make("li", "", tick, make("div", "", about, make("p", "words"), make("p", "leads")));
    },
    (item, each) => {
      const [tick, body] = item.children;
      const [about, words, leads] = body.children;
      tick.checked = each.asked;
      tick.disabled = each.asked && asked.length === 1;
      tick.onchange = () => {
        const chosen = questions
          .filter((other) => (other.number === each.number ? tick.checked : other.asked))
          .map((other) => other.number);
        ask({ questions: chosen.length === questions.length ? [] : chosen });
      };
      const points = each.points ? ` · ${counted(each.points, "point")}` : "";
      put(about.children[1], `${each.part}${points}`);
      put(words, each.words);
      inLanguage(words, piece);
      const lines = [["question", each.line], ["answer", each.answer]].filter(([, line]) => line);
      keyed(
        leads,
        lines,
        ([what]) => what,
        () => Object.assign(make("button", "place"), { type: "button" }),
        (button, [what, line]) => {
          put(button, `${what}, line ${line}`);
          button.setAttribute("aria-label", `Question ${each.number}: ${what}, line ${line}`);
          button.onclick = () => open(each.file, line);
        },
      );
    },
  );
}
