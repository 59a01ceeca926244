import { fromBase64, same, sha256 } from './merkle';

export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
  /** The bytes that were signed. */
  body: Uint8Array;
  signatures: { name: string; keyId: Uint8Array; signature: Uint8Array }[];
}

/** A C2SP signed note holding a C2SP tlog checkpoint; null when it is not one. */
export function readCheckpoint(note: string): Checkpoint | null {
  const split = note.indexOf('\n\n');
  const body = note.slice(0, split + 1);
  const [origin, size, root] = body.split('\n');
  if (split < 0 || !origin || !size || !root || !/^(0|[1-9]\d*)$/.test(size)) {
    return null;
  }

  const signatures = note.slice(split + 2).split('\n').flatMap((line) => {
    const match = /^— (\S+) ([A-Za-z0-9+/=]+)$/u.exec(line);
    const raw = match?.[2] ? fromBase64(match[2]) : null;
    return match?.[1] && raw ? [{ name: match[1], keyId: raw.slice(0, 4), signature: raw.slice(4) }] : [];
  });
  return { origin, size: Number(size), root: fromBase64(root), body: new TextEncoder().encode(body), signatures };
}

/** True or false when it could be checked, null when this browser cannot check Ed25519. */
export async function signedBy(checkpoint: Checkpoint, vkey: string): Promise<boolean | null> {
  const [name, , encoded] = split(vkey);
  const key = encoded ? fromBase64(encoded) : null;
  if (!name || !key || key[0] !== 1 || key.length !== 33) {
    return null;
  }

  const id = (await sha256(new TextEncoder().encode(`${name}\n`), key)).slice(0, 4);
  const line = checkpoint.signatures.find((s) => s.name === name && same(s.keyId, id));
  if (!line) {
    return false;
  }

  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('raw', key.slice(1) as BufferSource, { name: 'Ed25519' }, false, ['verify']);
  } catch {
    return null;
  }

  return crypto.subtle.verify({ name: 'Ed25519' }, imported, line.signature as BufferSource, checkpoint.body as BufferSource);
}

// name+hash+key: the name may hold no plus, the base64 of the key may.
function split(vkey: string): [string | undefined, string | undefined, string | undefined] {
  const first = vkey.indexOf('+');
  const second = vkey.indexOf('+', first + 1);
  return first < 0 || second < 0 ? [undefined, undefined, undefined] : [vkey.slice(0, first), vkey.slice(first + 1, second), vkey.slice(second + 1)];
}
