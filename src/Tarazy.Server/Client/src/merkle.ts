/** RFC 6962, section 2.1: hashing of leaves and nodes, and the check of an audit path as RFC 9162 words it (2.1.3.2). */
export async function sha256(...parts: Uint8Array[]): Promise<Uint8Array> {
  const all = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }

  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

export function leafHash(leaf: Uint8Array): Promise<Uint8Array> {
  return sha256(Uint8Array.of(0), leaf);
}

/** The root that a leaf and its path lead to; null when the path has the wrong length for that place. */
export async function rootFrom(leaf: Uint8Array, index: number, size: number, path: Uint8Array[]): Promise<Uint8Array | null> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    return null;
  }

  let [node, last, hash] = [index, size - 1, leaf];
  for (const step of path) {
    if (last === 0 || step.length !== 32) {
      return null;
    }

    if (node % 2 === 1 || node === last) {
      hash = await sha256(Uint8Array.of(1), step, hash);
      while (node % 2 === 0 && node !== 0) {
        [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
      }
    } else {
      hash = await sha256(Uint8Array.of(1), hash, step);
    }

    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }

  return last === 0 ? hash : null;
}

export function same(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a !== null && b !== null && a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
