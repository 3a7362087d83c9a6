// Speaking into a section, where the browser can record what this office takes in; otherwise a file is chosen.
"use strict";

const KIND = "audio/mp4";
const spot = document.querySelector("[data-recorder]");

function dressRecorder() {
  const [button, told] = [spot.querySelector("button"), spot.querySelector("[role=status]")];
  const field = document.getElementById(spot.dataset.recorder);
  let recorder = null;
  const keep = (parts) => {
    const held = new DataTransfer();
    held.items.add(new File(parts, "口述.m4a", { type: KIND }));
    field.files = held.files;
    told.textContent = "录好了，按“转写到这一段”。";
  };
  button.addEventListener("click", async () => {
    if (recorder) return recorder.stop();
    const parts = [];
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      recorder = new MediaRecorder(stream, { mimeType: KIND });
      recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
      recorder.addEventListener("stop", () => {
        stream.getTracks().forEach((track) => track.stop());
        recorder = null;
        button.textContent = "重新录音";
        keep(parts);
      });
      recorder.start();
      button.textContent = "停止";
      told.textContent = "正在录音…";
    } catch {
      told.textContent = "没有可用的麦克风，请选择录好的文件。";
    }
  });
  spot.hidden = false;
}

if (spot && navigator.mediaDevices && window.MediaRecorder?.isTypeSupported(KIND)) dressRecorder();
