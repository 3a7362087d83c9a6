// 扫描件: reading goes on by itself, and the doubtful places can be walked through from the keyboard.
// Without this file every page is read by its button, and the list of doubtful places leads into the text above it.
"use strict";

const goesOn = document.querySelector("form[data-go-on]");
if (goesOn) goesOn.requestSubmit();

const textarea = document.getElementById("id_text");
const places = [...document.querySelectorAll(".scan-doubts a")];

if (textarea && places.length) {
  const read = textarea.value;
  const help = document.querySelector("[data-jump-help]");
  let at = -1;
  if (help) help.hidden = false;

  // What stood before the first change stays, what stood after the last one moves by the difference in length.
  const placeNow = (start, end) => {
    const now = textarea.value;
    let same = 0;
    while (same < Math.min(read.length, now.length) && read[same] === now[same]) same += 1;
    if (end <= same) return [start, end];
    const moved = now.length - read.length;
    return read.slice(end) && now.endsWith(read.slice(end)) ? [start + moved, end + moved] : [Math.min(start, now.length), Math.min(end, now.length)];
  };

  const show = (index) => {
    at = (index + places.length) % places.length;
    const [start, end] = placeNow(Number(places[at].dataset.start), Number(places[at].dataset.end));
    textarea.focus();
    textarea.setSelectionRange(start, end);
    places.forEach((place, i) => place.toggleAttribute("aria-current", i === at));
    document.getElementById(`doubt-${at + 1}`)?.scrollIntoView({ block: "nearest" });
    textarea.scrollIntoView({ block: "nearest" });
  };

  places.forEach((place, index) =>
    place.addEventListener("click", (event) => {
      event.preventDefault();
      show(index);
    }),
  );
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { KeyN: 1, KeyP: -1 }[event.code];
    if (!step) return;
    event.preventDefault();
    show(at < 0 && step < 0 ? places.length - 1 : at + step);
  });
}
