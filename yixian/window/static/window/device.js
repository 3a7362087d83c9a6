// A draft on the device, with consent alone: off until the tick is set, gone when it is taken away, when the report
// is sent, when the person leaves, and at the first visit after a week. Who reports and files are never in it.
"use strict";

const NAME = "yixian_draft";
const WEEK = 7 * 24 * 3600 * 1000;
const block = document.querySelector("[data-device]");
const sheet = document.querySelector("form[data-draft]");

function forget() {
  try { localStorage.removeItem(NAME); } catch { /* no store, nothing kept */ }
}

function held() {
  try {
    const found = JSON.parse(localStorage.getItem(NAME) || "null");
    if (found && Date.now() - found.saved < WEEK && found.saved <= Date.now()) return found;
    if (found) forget();
  } catch { forget(); }
  return null;
}

function keep(pages) {
  try {
    localStorage.setItem(NAME, JSON.stringify({ saved: Date.now(), pages }));
    return true;
  } catch { return false; }
}

function say(words) {
  block.querySelector("[data-device-said]").textContent = words;
}

function fields() {
  return [...sheet.elements].filter((one) => one.name && !["hidden", "submit", "file", "button"].includes(one.type));
}

function isChoice(field) {
  return field.type === "radio" || field.type === "checkbox";
}

function onSheet() {
  const chosen = fields().filter((field) => !isChoice(field) || field.checked);
  return Object.fromEntries(chosen.map((field) => [field.name, field.value]));
}

function isUntouched() {
  return fields().every((field) => (isChoice(field) ? !field.checked : field.tagName === "SELECT" || !field.value));
}

function fill(words) {
  for (const field of fields()) {
    if (isChoice(field)) field.checked = words[field.name] === field.value;
    else if (field.name in words) field.value = words[field.name];
  }
}

function day(instant) {
  const date = new Date(instant);
  return `${date.getMonth() + 1}月${date.getDate()}日`;
}

function save() {
  const pages = held()?.pages || {};
  pages[sheet.dataset.draft] = onSheet();
  if (!keep(pages)) say("这部手机存不下，没有保存。");
}

function restore(tick) {
  const found = held();
  if (!found) return;
  tick.checked = true;
  const words = found.pages[sheet.dataset.draft];
  if (!words || !isUntouched() || !Object.values(words).some((word) => word.trim())) return save();
  fill(words);
  sheet.dispatchEvent(new Event("input", { bubbles: true }));
  say(`已经填上${day(found.saved)}保存在这部手机上的草稿，请看一遍再往下走。`);
}

function offer() {
  const tick = block.querySelector("input");
  block.hidden = false;
  tick.addEventListener("change", () => {
    if (tick.checked) save();
    else forget();
    say(tick.checked ? "从这一页开始保存。" : "没有保存，已经存的也删掉了。");
  });
  sheet.addEventListener("input", () => { if (tick.checked) save(); });
  restore(tick);
}

function tell() {
  const found = held();
  if (!found) return;
  block.hidden = false;
  say(`这部手机上有${day(found.saved)}保存的草稿。往下写，到了那一页会自动填上。`);
  block.querySelector("button").addEventListener("click", () => {
    forget();
    say("草稿已经删掉。");
    block.querySelector("button").remove();
  });
}

function dropPerson(number) {
  const found = held();
  if (!found) return;
  keep(Object.fromEntries(Object.entries(found.pages).filter(([page]) => !(page.split("/")[1] >= number))));
}

function stayWhileOffline(event) {
  if (navigator.onLine) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const kept = held() ? "写的已经存在这部手机上。" : "请先不要关掉这一页。";
  document.querySelector("[data-offline]").textContent = `现在没有网络，还没有送出。${kept}有了网络再按一次。`;
}

if (document.querySelector("[data-forget]")) forget();
else if (block && sheet) offer();
else if (block) tell();
else held();
for (const form of document.querySelectorAll("form[data-draft], form[data-files]")) {
  form.addEventListener("submit", (event) => {
    const number = /^remove-(\d+)$/.exec(event.submitter?.value || "");
    if (number && form.dataset.draft === "persons") dropPerson(Number(number[1]));
  }, true);
  form.addEventListener("submit", stayWhileOffline, true);
}
