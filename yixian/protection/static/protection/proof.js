// A proof of work instead of a captcha: find a number whose SHA-256 with the token begins with zero bits.
// Written out here, since the browser's own SHA-256 is closed to pages served without TLS in an office.
"use strict";

const ROUNDS = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const START = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));

function fraction(root) {
  return ((root - Math.floor(root)) * 4294967296) >>> 0;
}

function primes(count) {
  const found = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime)) found.push(n);
  return found;
}

function turned(word, by) {
  return (word >>> by) | (word << (32 - by));
}

// The first 32 bits of SHA-256: enough to count the zero bits at its beginning.
function firstWord(text) {
  const length = text.length;
  const words = new Uint32Array(((length + 8) >> 6) * 16 + 16);
  for (let i = 0; i < length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  words[length >> 2] |= 0x80 << (24 - (length % 4) * 8);
  words[words.length - 1] = length * 8;
  const state = Uint32Array.from(START);
  for (let at = 0; at < words.length; at += 16) mix(state, words.subarray(at, at + 16));
  return state[0];
}

function mix(state, block) {
  const w = new Uint32Array(64);
  w.set(block);
  for (let i = 16; i < 64; i++) {
    const low = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ (w[i - 15] >>> 3);
    const high = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ (w[i - 2] >>> 10);
    w[i] = w[i - 16] + low + w[i - 7] + high;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + w[i]) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] += word; });
}

function prove(token, bits, done) {
  let answer = 0;
  (function some() {
    for (const end = answer + 2000; answer < end; answer++) {
      if (firstWord(`${token}:${answer}`) >>> (32 - bits) === 0) return done(String(answer));
    }
    setTimeout(some);
  })();
}

// Begin as soon as the page is there; a form that is sent before the end waits for it.
for (const field of document.querySelectorAll("input[data-proof-bits]")) {
  const form = field.form;
  let waiting = null;
  prove(form.elements.proof_token.value, Number(field.dataset.proofBits), (answer) => {
    field.value = answer;
    if (waiting) form.requestSubmit(waiting.submitter);
  });
  form.addEventListener("submit", (event) => {
    if (field.value) return;
    event.preventDefault();
    waiting = { submitter: event.submitter };
  });
}
