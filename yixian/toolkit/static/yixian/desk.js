// The keyboard layer of the desk. Pages declare; this file only listens:
//   data-key="g l"   on a link, button or field: these keys press or focus it
//   data-list        on a table or list: j and k move, Enter opens the first link of the row
//   data-guard       on a form: leaving with unsent changes asks first (nothing is kept on the device)
// Ctrl+Enter sends the form in hand; Ctrl+K opens the commands; ? lists every key of the page.
"use strict";

const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const labelOf = (element) =>
  element.dataset.label || element.getAttribute("aria-label") || element.textContent.replace(/\s+/g, " ").trim();
const isTyping = (target) => target.matches("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]");

// Keys that elements asked for.

let pending = "";
let pendingTimer = 0;

function press(element) {
  if (element.matches("input:not([type=submit]), textarea, select")) {
    element.focus();
    element.select?.();
  } else element.click();
}

function pressKeys(key) {
  const sequence = pending ? `${pending} ${key}` : key;
  const wanted = all("[data-key]").filter((element) => !element.disabled && element.getClientRects().length);
  const hit = wanted.find((element) => element.dataset.key === sequence);
  clearTimeout(pendingTimer);
  pending = "";
  if (hit) {
    press(hit);
    return true;
  }
  if (wanted.some((element) => element.dataset.key.startsWith(`${sequence} `))) {
    pending = sequence;
    pendingTimer = setTimeout(() => (pending = ""), 1200);
    return true;
  }
  return false;
}

// Lists: j, k, Enter.

const rowsOf = () => all("[data-list] tbody tr, ul[data-list] > li, ol[data-list] > li").filter((row) => row.querySelector("a"));

function moveBy(step) {
  const rows = rowsOf();
  if (!rows.length) return false;
  const at = rows.findIndex((row) => row.classList.contains("is-at"));
  const next = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + step))];
  rows.forEach((row) => row.classList.toggle("is-at", row === next));
  const link = next.querySelector("a.row-link") || next.querySelector("a");
  link.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  return true;
}

// The commands of this page, and the list of keys.

const palette = document.getElementById("palette");
const words = document.getElementById("palette-words");
const list = document.getElementById("palette-list");
const keys = document.getElementById("keys");
const FIXED = [
  ["j", "下一行"],
  ["k", "上一行"],
  ["Enter", "打开这一行"],
  ["Ctrl Enter", "提交正在填写的表"],
  ["Ctrl K", "命令"],
  ["?", "快捷键"],
];

function commands() {
  const found = all(".side a, .page-actions a, .page-actions button, .acts-open a, [data-command]");
  return found.filter((element) => element.getClientRects().length).map((element) => ({ element, label: labelOf(element) }));
}

function kbd(text) {
  const mark = document.createElement("kbd");
  mark.textContent = text;
  return mark;
}

function keysOf(text) {
  const span = document.createElement("span");
  span.className = "keys";
  span.append(...text.split(" ").map(kbd));
  return span;
}

let choices = [];
let chosen = 0;

function drawPalette() {
  const text = words.value.trim().toLowerCase();
  choices = commands().filter((command) => command.label.toLowerCase().includes(text));
  chosen = Math.max(0, Math.min(chosen, choices.length - 1));
  list.replaceChildren(
    ...choices.map((command, index) => {
      const line = document.createElement("li");
      line.id = `command-${index}`;
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", String(index === chosen));
      const name = document.createElement("span");
      name.textContent = command.label;
      line.append(name);
      if (command.element.dataset.key) line.append(keysOf(command.element.dataset.key));
      line.addEventListener("click", () => runCommand(index));
      return line;
    }),
  );
  if (choices.length) words.setAttribute("aria-activedescendant", `command-${chosen}`);
  else words.removeAttribute("aria-activedescendant");
  list.children[chosen]?.scrollIntoView({ block: "nearest" });
}

function runCommand(index) {
  palette.close();
  if (choices[index]) press(choices[index].element);
}

function openPalette() {
  words.value = "";
  chosen = 0;
  palette.showModal();
  drawPalette();
}

function paletteKeys(event) {
  if (event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) chosen = (chosen + step + choices.length) % Math.max(1, choices.length);
  else if (event.key === "Enter") runCommand(chosen);
  else return;
  event.preventDefault();
  if (step) drawPalette();
}

function openKeys() {
  const own = all("[data-key]").map((element) => [element.dataset.key, labelOf(element)]);
  const seen = new Map([...own, ...FIXED]);
  document.getElementById("keys-list").replaceChildren(
    ...[...seen].map(([key, label]) => {
      const row = document.createElement("div");
      const term = document.createElement("dt");
      const text = document.createElement("dd");
      term.append(keysOf(key));
      text.textContent = label;
      row.append(term, text);
      return row;
    }),
  );
  keys.showModal();
}

// Forms.

function submitInHand(target) {
  const form = target.closest?.("form") || document.querySelector("form[data-submit]");
  if (!form || form.method === "dialog") return false;
  form.requestSubmit(form.querySelector("button[type=submit]:not([disabled])"));
  return true;
}

let unsent = false;

document.addEventListener("input", (event) => {
  if (event.target.closest("form[data-guard]")) unsent = true;
});
document.addEventListener("submit", () => (unsent = false));
window.addEventListener("beforeunload", (event) => {
  if (unsent) event.preventDefault();
});

function countLetters(line) {
  const field = document.getElementById(line.dataset.countFor);
  if (!field || field.tagName !== "TEXTAREA" || line.dataset.counting) return;
  line.dataset.counting = "yes";
  const limit = Number(line.dataset.limit);
  const show = () => {
    const used = [...field.value].length;
    line.textContent = `${used}／${limit} 字`;
    line.classList.toggle("over", used > limit);
  };
  field.addEventListener("input", show);
  show();
}

// One ear for every key. Composing Chinese is never interrupted.

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey || document.querySelector("dialog[open]")) return;
  const held = event.ctrlKey || event.metaKey;
  let done = false;
  if (held && event.key.toLowerCase() === "k" && palette) done = (openPalette(), true);
  else if (held && event.key === "Enter") done = submitInHand(event.target);
  else if (event.key === "Escape" && isTyping(event.target)) event.target.blur();
  else if (!held && !isTyping(event.target)) {
    if (event.key === "?" && keys) done = (openKeys(), true);
    else if (pressKeys(event.key)) done = true;
    else if (event.key === "j") done = moveBy(1);
    else if (event.key === "k") done = moveBy(-1);
  }
  if (done) event.preventDefault();
});

document.addEventListener("click", (event) => {
  all("details.due[open]").forEach((mark) => {
    if (!mark.contains(event.target)) mark.open = false;
  });
});

// Where the side navigation is one line to swipe, the page one is on stands in sight.

function showWhereWeAre() {
  const now = document.querySelector(".side [aria-current]");
  const side = now?.closest(".side");
  if (side && side.scrollWidth > side.clientWidth) side.scrollLeft = now.offsetLeft - (side.clientWidth - now.offsetWidth) / 2;
}

function dress(scope) {
  all("[data-count-for]", scope).forEach(countLetters);
}

// A part of the page that could not be fetched says so where it would stand; what is on the page stays.

function tellNotFetched(event) {
  const { target, xhr } = event.detail;
  target.querySelector(".not-fetched")?.remove();
  const told = document.createElement("p");
  told.className = "note not-fetched";
  told.setAttribute("role", "status");
  told.textContent =
    xhr?.status === 401
      ? "离开的时间长，已自动退出登录。填写的内容还在：照常提交，重新登录后就能接着办。"
      : "这一部分现在取不到，不影响填写和提交。";
  target.prepend(told);
}

["htmx:responseError", "htmx:sendError"].forEach((name) => document.addEventListener(name, tellNotFetched));

words?.addEventListener("input", () => ((chosen = 0), drawPalette()));
words?.addEventListener("keydown", paletteKeys);
all("[data-palette]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", openPalette);
});
all("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
document.addEventListener("htmx:load", (event) => dress(event.target));
dress(document);
showWhereWeAre();
