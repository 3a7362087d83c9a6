"""The suite on libsodium: XChaCha20-Poly1305, X25519, Ed25519, Argon2id, BLAKE2b."""

import threading
from hashlib import blake2b

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.utils import random

from yixian.vault.crypto.suite import Broken, Cost, Pair

MARK = b"\x01"
KEY, NONCE, POINT = 32, bindings.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, 32
SIGNATURE = bindings.crypto_sign_BYTES
BOX, INDEX = b"yixian-box", b"yixian-digest"
STRETCHING = threading.BoundedSemaphore(2)
"""At most two phrases are stretched at a time: each takes 64 MiB, and log-ins must not exhaust the server."""


class Sodium:
    def new_key(self) -> bytes:
        return random(KEY)

    def new_pair(self) -> Pair:
        return self.pair_from(random(KEY))

    def pair_from(self, seed: bytes) -> Pair:
        return Pair(public=bindings.crypto_scalarmult_base(seed), private=seed)

    def seal(self, key: bytes, plain: bytes, context: bytes) -> bytes:
        nonce = random(NONCE)
        return (
            MARK
            + nonce
            + bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, MARK + context, nonce, key)
        )

    def open(self, key: bytes, sealed: bytes, context: bytes) -> bytes:
        mark, nonce, body = sealed[:1], sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
        if mark != MARK or len(nonce) < NONCE:
            raise Broken
        try:
            return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(body, mark + context, nonce, key)
        except (CryptoError, ValueError) as error:
            raise Broken from error

    def box(self, public: bytes, plain: bytes, context: bytes) -> bytes:
        """To the holder of a private key, by a pair made for this message, as in HPKE's base mode."""
        once = self.new_pair()
        key = self._agreed(once.private, public, once.public + public)
        return once.public + self.seal(key, plain, context)

    def unbox(self, private: bytes, boxed: bytes, context: bytes) -> bytes:
        once, sealed = boxed[:POINT], boxed[POINT:]
        if len(once) < POINT:
            raise Broken
        own = bindings.crypto_scalarmult_base(private)
        return self.open(self._agreed(private, once, once + own), sealed, context)

    def _agreed(self, private: bytes, public: bytes, transcript: bytes) -> bytes:
        try:
            shared = bindings.crypto_scalarmult(private, public)
        except CryptoError as error:  # a public point of low order
            raise Broken from error
        return self._blake(shared, transcript, KEY, BOX)

    def stretch(self, secret: str, salt: bytes, cost: Cost, size: int) -> bytes:
        with STRETCHING:
            return argon2id.kdf(size, secret.encode(), salt, cost.passes, cost.memory)

    def digest(self, key: bytes, message: bytes, size: int) -> bytes:
        return self._blake(key, message, size, INDEX)

    def signer_from(self, seed: bytes) -> Pair:
        public, _ = bindings.crypto_sign_seed_keypair(seed)
        return Pair(public=public, private=seed)

    def sign(self, seed: bytes, message: bytes) -> bytes:
        _, whole = bindings.crypto_sign_seed_keypair(seed)
        return bindings.crypto_sign(message, whole)[:SIGNATURE]

    def is_signed(self, public: bytes, message: bytes, signature: bytes) -> bool:
        try:
            bindings.crypto_sign_open(signature + message, public)
        except (CryptoError, ValueError):
            return False
        return True

    @staticmethod
    def _blake(key: bytes, message: bytes, size: int, person: bytes) -> bytes:
        """Python's own BLAKE2b: the same function, at an eighth of the cost of a call through PyNaCl."""
        return blake2b(message, digest_size=size, key=key, person=person).digest()
