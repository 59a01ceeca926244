import { readCheckpoint, signedBy, type Checkpoint } from './checkpoint';
import { fromBase64, leafHash, rootFrom, same, sha256, toBase64 } from './merkle';

export interface Receipt {
  format: string;
  key: string;
  checkpoint: string;
  entries: { index: number; leaf: string; proof: string[]; salt?: string; content?: string }[];
}

/** `ok` null: could not be checked here. The code names the sentence, the facts fill its places. */
export interface Step {
  code: string;
  ok: boolean | null;
  facts: (string | number)[];
}

export type Verdict = 'verified' | 'signer-unknown' | 'failed' | 'unknown';

/** The same checks in the same order as `tarazy verify`: signature, then for every entry inclusion and content. */
export async function check(receipt: Receipt, pageKey: string | null, knownKey: string | null): Promise<{ verdict: Verdict; steps: Step[] }> {
  const checkpoint = receipt.format === 'tarazy-receipt/1' ? readCheckpoint(receipt.checkpoint) : null;
  if (!checkpoint) {
    return { verdict: 'failed', steps: [{ code: 'damaged', ok: false, facts: [] }] };
  }

  const key = knownKey ?? pageKey ?? receipt.key;
  const steps = [await signature(checkpoint, key), ...keySteps(pageKey, knownKey, receipt.key)];
  for (const entry of receipt.entries) {
    steps.push(await inclusion(checkpoint, entry), await content(entry));
  }

  return { verdict: verdict(steps, knownKey !== null), steps };
}

function verdict(steps: Step[], known: boolean): Verdict {
  if (steps.some((s) => s.ok === false)) {
    return 'failed';
  }

  if (steps.some((s) => s.ok === null && s.code !== 'closed' && s.code !== 'key-new')) {
    return 'unknown';
  }

  return known ? 'verified' : 'signer-unknown';
}

async function signature(checkpoint: Checkpoint, key: string): Promise<Step> {
  const signed = await signedBy(checkpoint, key);
  return signed === null
    ? { code: 'cannot-sign', ok: null, facts: [] }
    : { code: signed ? 'signed' : 'not-signed', ok: signed, facts: [checkpoint.size] };
}

/** The key a browser met first is the one it goes by; a desk that shows another later must answer for it. */
function keySteps(pageKey: string | null, knownKey: string | null, receiptKey: string): Step[] {
  const shown = pageKey ?? receiptKey;
  if (knownKey === null) {
    return [{ code: 'key-new', ok: null, facts: [] }];
  }

  return [knownKey === shown ? { code: 'key-known', ok: true, facts: [] } : { code: 'key-changed', ok: false, facts: [] }];
}

async function inclusion(checkpoint: Checkpoint, entry: Receipt['entries'][number]): Promise<Step> {
  const leaf = await leafHash(new TextEncoder().encode(entry.leaf));
  const root = await rootFrom(leaf, entry.index, checkpoint.size, entry.proof.map(fromBase64));
  const ok = same(root, checkpoint.root);
  return ok
    ? { code: 'included', ok, facts: [entry.index, checkpoint.size] }
    : { code: 'not-included', ok, facts: [entry.index, short(checkpoint.root), root ? short(root) : '–'] };
}

async function content(entry: Receipt['entries'][number]): Promise<Step> {
  if (entry.content === undefined || entry.salt === undefined) {
    return { code: 'closed', ok: null, facts: [entry.index] };
  }

  const salt = fromBase64(entry.salt);
  const committed = commitmentIn(entry.leaf);
  const ok = salt.length === 32 && committed !== null && same(committed, await sha256(salt, new TextEncoder().encode(entry.content)));
  return { code: ok ? 'content' : 'not-content', ok, facts: [entry.index] };
}

function commitmentIn(leaf: string): Uint8Array | null {
  try {
    const value: unknown = (JSON.parse(leaf) as Record<string, unknown>)['commitment'];
    return typeof value === 'string' ? fromBase64(value) : null;
  } catch {
    return null;
  }
}

function short(hash: Uint8Array): string {
  return `${toBase64(hash).slice(0, 6)}…`;
}
