// The state of one view comes from the server as it changes, and is drawn; the address names the view.
// A browser keeps six connections to a server, whatever its tabs: one that nobody sees holds none.

import { draw } from "/draw.js";

const SWITCHES = ["document", "edition", "paper"];
const connection = document.getElementById("connection");
const said = document.getElementById("said");

let source = null;
let state = null;
let shown = "";
let version = null;
let silence = 0;

function connect() {
  source?.close();
  if (document.hidden) return;
  const here = location.search;
  source = new EventSource(`/state${here}`);
  source.onopen = () => {
    connection.textContent = "";
  };
  source.onerror = () => {
    connection.textContent = "The preview does not answer; trying again …";
  };
  source.onmessage = (event) => {
    state = JSON.parse(event.data);
    version ??= state.version;
    if (version !== state.version) {
      location.reload();
      return;
    }
    if (state.piece && !new URLSearchParams(here).get("lesson")) {
      // From now on it is this lesson that is looked at, whichever comes first later.
      const lesson = encodeURIComponent(state.view.lesson);
      history.replaceState(null, "", `/?lesson=${lesson}${here.replace("?", "&")}`);
      connect();
      return;
    }
    const isNew = here !== shown;
    shown = here;
    draw(state, { isNew, ask, open, address });
  };
}

// The address of a view: what this one asks for, or is shown as, but for what is changed.
function address(changes) {
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  const numbers = changes.lesson ? [] : (changes.questions ?? asked.questions?.split(",") ?? []);
  const view = { ...(state?.view ?? {}), ...asked, ...changes };
  const query = new URLSearchParams();
  for (const name of ["lesson", ...SWITCHES]) if (view[name]) query.set(name, view[name]);
  return `/?${query}${numbers.length ? `&questions=${numbers.join(",")}` : ""}`;
}

function ask(changes) {
  history.pushState(null, "", address(changes));
  connect();
}

// Leads to a line: in the author's editor, or else to the clipboard.
async function open(file, line) {
  const place = line ? `${file}:${line}` : file;
  if (state.opens) {
    const answer = await fetch("/open", {
      method: "POST",
      body: JSON.stringify({ token: state.token, file, line: line || 1 }),
    }).catch(() => null);
    say(answer?.ok ? `Opened ${place}` : ((await answer?.text()) ?? "The preview does not answer"));
    return;
  }
  try {
    await navigator.clipboard.writeText(place);
    say(`Copied ${place}`);
  } catch {
    say(place);
  }
}

function say(words) {
  said.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => {
    said.textContent = "";
  }, 6000);
}

document.getElementById("switches").addEventListener("change", (event) => {
  ask({ [event.target.name]: event.target.value });
});
document.getElementById("switches").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("file").addEventListener("click", () => open(state.piece.file, 0));
document.getElementById("ask-all").addEventListener("click", () => ask({ questions: [] }));
document.getElementById("lessons").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  ask({ lesson: link.dataset.name });
});
addEventListener("popstate", connect);
document.addEventListener("visibilitychange", connect);

// Where there is little room, what stands above the pages folds away.
for (const [box, width] of [["lessons-box", "62rem"], ["questions-box", "75rem"]]) {
  const narrow = matchMedia(`(max-width: ${width})`);
  const fold = () => {
    document.getElementById(box).open = !narrow.matches;
  };
  narrow.addEventListener("change", fold);
  fold();
}
connect();
