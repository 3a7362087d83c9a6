// The page works without this file. With it: what is chosen goes up at once, one after the other, with its
// progress; what a slow line has broken can be tried again while everything else stays.
"use strict";

const form = document.querySelector("form[data-files]");
const sending = document.getElementById("sending");
const waiting = [];
let busy = false;

function line(file) {
  const item = document.createElement("div");
  const words = document.createElement("p");
  const bar = document.createElement("progress");
  item.className = "going-up";
  bar.max = 100;
  bar.setAttribute("aria-label", file.name);
  item.append(words, bar);
  sending.append(item);
  return { item, bar, say: (said) => { words.textContent = `${file.name}：${said}`; } };
}

function again(job) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-plain";
  button.textContent = `再传一次：${job.file.name}`;
  button.addEventListener("click", () => { job.shown.item.remove(); button.remove(); put([job.file], job.field); });
  job.shown.item.append(button);
}

function broken(job) {
  job.shown.bar.remove();
  job.shown.say("没有传上去，可能是网断了。别的都还在，等网好了再传一次。");
  again(job);
  done();
}

function arrived(job, answer) {
  const page = new DOMParser().parseFromString(answer, "text/html");
  const stashed = page.getElementById("stashed");
  if (!stashed) return broken(job);
  for (const id of ["stashed", "waiting"]) {
    document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
  }
  const said = [...page.querySelectorAll("#said li")].map((one) => one.textContent);
  job.shown.bar.remove();
  job.shown.say(said.length ? `没有收下。${said.join("")}` : "传好了。");
  job.shown.item.classList.toggle("not-taken", said.length > 0);
  done();
}

function send(job) {
  const request = new XMLHttpRequest();
  const fields = new FormData();
  fields.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  fields.set("go", "add");
  fields.set(job.field, job.file, job.file.name);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) job.shown.bar.value = Math.round((100 * event.loaded) / event.total);
  });
  request.addEventListener("load", () => (request.status < 400 ? arrived(job, request.responseText) : broken(job)));
  for (const way of ["error", "timeout", "abort"]) request.addEventListener(way, () => broken(job));
  request.open("POST", location.pathname);
  job.shown.say("正在传……");
  request.send(fields);
}

function done() {
  busy = false;
  next();
}

function next() {
  if (busy || !waiting.length) return;
  busy = true;
  send(waiting.shift());
}

function put(files, field) {
  for (const file of files) {
    const job = { file, field, shown: line(file) };
    job.shown.say("等着传");
    waiting.push(job);
  }
  next();
}

for (const input of form.querySelectorAll("input[type=file]")) {
  input.addEventListener("change", () => {
    put([...input.files], input.name);
    input.value = "";
  });
}
form.querySelectorAll("[data-add]").forEach((button) => { button.hidden = true; });
form.addEventListener("submit", (event) => {
  if (!busy) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  sending.lastElementChild?.scrollIntoView();
}, true);
