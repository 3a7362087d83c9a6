// Signing in a box: only the picture is kept. When, how fast and how hard somebody drew is not even read.
"use strict";

function dressPad(pad) {
  const canvas = pad.querySelector("canvas");
  const kept = pad.parentElement.querySelector("input[type=hidden]");
  const pen = canvas.getContext("2d");
  pen.lineWidth = 6;
  pen.lineCap = pen.lineJoin = "round";
  let at = null;
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    at = place(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!at) return;
    const next = place(event);
    pen.beginPath();
    pen.moveTo(...at);
    pen.lineTo(...next);
    pen.stroke();
    at = next;
  });
  const lift = () => {
    if (at) kept.value = canvas.toDataURL("image/png");
    at = null;
    const way = document.querySelector("input[name=as_][value=pen]");
    if (way) way.checked = true;
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);
  pad.querySelector("[data-pad-clear]").addEventListener("click", () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    kept.value = "";
  });
  if (kept.value) {
    const before = new Image();
    before.addEventListener("load", () => pen.drawImage(before, 0, 0));
    before.src = kept.value;
  }
  pad.hidden = false;
}

document.querySelectorAll("[data-pad]").forEach(dressPad);
