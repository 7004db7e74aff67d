// What draws a state has in common: elements that stay, and text that is nothing but text.

export const at = (id) => document.getElementById(id);

export function make(tag, kind = "", ...children) {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.append(...children);
  return element;
}

export function put(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

// One child for each item, in order; a child stays for as long as its key is there.
export function keyed(parent, items, key, begin, update) {
  const there = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  items.forEach((item, index) => {
    const name = String(key(item, index));
    let child = there.get(name);
    if (child) {
      there.delete(name);
    } else {
      child = begin(item, index);
      child.dataset.key = name;
    }
    update(child, item, index);
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
  for (const child of there.values()) child.remove();
}

export function inLanguage(element, { language, direction }) {
  element.lang = language;
  element.dir = direction;
}
