// The flow works without this file. With it: hints come without leaving the page, also while one pauses, and what was
// typed is kept (locked, as by every button) when the page is left by the browser's own Back.
"use strict";

const form = document.querySelector("form[data-draft]");
const account = form.querySelector("[name=account]");
const ENOUGH = 10;
const PAUSE = 2500;
let pressed = false;
let touched = false;
let pausing = 0;

function typed(go) {
  const fields = new FormData(form);
  fields.set("go", go);
  return fields;
}

async function hinted() {
  const answer = await fetch(form.action, { method: "POST", body: typed("hints") }).catch(() => null);
  if (!answer || !answer.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("hints");
}

function put(hints) {
  const box = document.getElementById("hints");
  if (box.textContent.trim() !== hints.textContent.trim()) box.replaceChildren(...hints.childNodes);
  return box;
}

async function showHints(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
  const hints = await hinted();
  if (hints) put(hints).focus();
  else document.getElementById("hints").textContent = "现在看不了，请直接按“下一步”，不影响提交。";
}

async function hintWhilePausing() {
  const before = account.value;
  if (before.trim().length < ENOUGH || pressed || !navigator.onLine) return;
  const hints = await hinted();
  if (hints && !pressed && account.value === before) put(hints);
}

form.addEventListener("input", () => { touched = true; });
account?.addEventListener("input", () => {
  clearTimeout(pausing);
  pausing = setTimeout(hintWhilePausing, PAUSE);
});
form.addEventListener("submit", (event) => {
  if (event.submitter?.value === "hints") return showHints(event);
  pressed = true;
  clearTimeout(pausing);
}, true);
window.addEventListener("pagehide", () => {
  if (touched && !pressed) navigator.sendBeacon(form.action, typed("save"));
});
window.addEventListener("pageshow", () => { pressed = false; });
