// The flow works without this file. With it: hints come without leaving the page, and what was typed is
// kept (locked, as by every button) when the page is left by the browser's own Back.
"use strict";

const form = document.querySelector("form[data-draft]");
let pressed = false;
let touched = false;

function typed(go) {
  const fields = new FormData(form);
  fields.set("go", go);
  return fields;
}

async function showHints(event) {
  const box = document.getElementById("hints");
  event.preventDefault();
  event.stopImmediatePropagation();
  const answer = await fetch(form.action, { method: "POST", body: typed("hints") }).catch(() => null);
  if (!answer || !answer.ok) return void (box.textContent = "现在看不了，请直接按“下一步”，不影响提交。");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  box.replaceChildren(...page.getElementById("hints").childNodes);
  box.focus();
}

form.addEventListener("input", () => { touched = true; });
form.addEventListener("submit", (event) => {
  if (event.submitter?.value === "hints") return showHints(event);
  pressed = true;
}, true);
window.addEventListener("pagehide", () => {
  if (touched && !pressed) navigator.sendBeacon(form.action, typed("save"));
});
window.addEventListener("pageshow", () => { pressed = false; });
