// Draws pages: a picture each, and over it the places that lead to lines.

import { at, keyed, make, put } from "/elements.js";

export function drawPages({ pages, view, status, piece }, { open, isNew }) {
  const empty = at("no-pages");
  empty.hidden = pages.length > 0;
  put(empty, piece ? (status === "held" ? "No pages yet: see what was found." : "Being laid out …") : "");
  if (isNew) at("sheets").replaceChildren();
  keyed(
    at("sheets"),
    pages,
    (_, index) => index,
    () => {
      const picture = new Image();
      picture.loading = "lazy";
      const areas = make("div", "areas");
      areas.setAttribute("role", "group");
      areas.addEventListener("keydown", move);
      return make("li", "", make("div", "paper", picture, areas), make("p", "foot"));
    },
    (item, page, index) => {
      const [paper, foot] = item.children;
      const [picture, areas] = paper.children;
      picture.alt = `Page ${index + 1} of ${pages.length} of the ${view.document}`;
      picture.width = page.width;
      picture.height = page.height;
      if (picture.dataset.name !== page.name) {
        picture.dataset.name = page.name;
        // The old picture stays until the new one is here.
        picture.srcset = [1, 2, 3].map((times) => `/page/${page.name}/${times}.png ${times}x`).join();
      }
      put(foot, `${index + 1}${status === "held" ? " · old" : ""}`);
      areas.setAttribute("aria-label", `Places on page ${index + 1}: arrow keys lead through them`);
      drawAreas(areas, page.areas, open);
    },
  );
}

function drawAreas(parent, areas, open) {
  keyed(
    parent,
    areas,
    (area) => `${area.file} ${area.what}`,
    () => Object.assign(make("button", "area", make("span")), { type: "button", tabIndex: -1 }),
    (button, area) => {
      button.style.top = `${area.top * 100}%`;
      button.style.height = `${area.height * 100}%`;
      const leads = `${area.what} → ${area.file}:${area.line}`;
      put(button.firstChild, leads);
      button.setAttribute("aria-label", leads);
      button.onclick = () => open(area.file, area.line);
    },
  );
  parent.hidden = !areas.length;
  const all = [...parent.children];
  if (all.length && !all.some((each) => each.tabIndex === 0)) all[0].tabIndex = 0;
}

// One stop of the tab key for a page; arrows lead from place to place.
function move(event) {
  const all = [...event.currentTarget.children];
  const here = all.indexOf(document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || !all[to]) return;
  event.preventDefault();
  for (const each of all) each.tabIndex = -1;
  all[to].tabIndex = 0;
  all[to].focus();
}
