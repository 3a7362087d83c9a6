// The window works without this file. With it: 长辈版 changes in place, so that nothing typed is lost;
// what is left of a limit is counted; a form is sent once.
"use strict";

const root = document.documentElement;

function switchSize(event) {
  event.preventDefault();
  const large = root.dataset.size !== "large";
  if (large) root.dataset.size = "large";
  else delete root.dataset.size;
  const secure = location.protocol === "https:" ? ";secure" : "";
  document.cookie = `yixian_size=${large ? "large" : "normal"};path=/;max-age=31536000;samesite=strict${secure}`;
  event.currentTarget.textContent = large ? "普通版" : "长辈版";
}

function countLetters(line) {
  const field = document.getElementById(line.dataset.countFor);
  const limit = Number(line.dataset.limit);
  if (!field || field.tagName !== "TEXTAREA") return;
  const show = () => {
    const left = limit - [...field.value].length;
    line.textContent = left >= 0 ? `还可以写 ${left} 字` : `超出 ${-left} 字`;
    line.classList.toggle("over", left < 0);
  };
  field.addEventListener("input", show);
  if (field.value) show();
}

function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return void event.preventDefault();
    setTimeout(() => {
      if (event.defaultPrevented) return; // held back, to be sent by the page itself in a moment
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, 5000);
    });
  });
}

document.querySelectorAll("[data-size-switch]").forEach((link) => link.addEventListener("click", switchSize));
document.querySelectorAll("[data-count-for]").forEach(countLetters);
document.querySelectorAll("form[method=post]").forEach(sendOnce);
