import { keepDraft, restoreDraft } from './drafts';

const zones = ['queue', 'case', 'decide'];
const fetched = new Map<string, Promise<Document>>();

/** Goes to the next or previous case. The row is marked in this frame; the case follows from the prefetch. */
export function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.q-item')];
  const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const row = rows[at < 0 ? 0 : at + by];
  const link = row?.querySelector<HTMLAnchorElement>('h3 a');
  if (row && link) {
    mark(row);
    link.focus({ preventScroll: true }); // So that Tab goes on from the case that is open.
    void show(link.href, true);
  }
}

export function watchQueue(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.q-item h3 a') : null;
    const row = link?.closest<HTMLElement>('.q-item');
    if (link && row && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      mark(row);
      void show(link.href, true);
    }
  });
  window.addEventListener('popstate', () => void show(location.href, false));
  prefetch();
}

/** Puts the zones of another page in the place of these. What cannot be fetched is visited instead. */
export function swap(page: Document, address: string, only: string[] = zones): boolean {
  const found = only.map((id) => [document.getElementById(id), page.getElementById(id)] as const);
  if (found.some(([old, fresh]) => !old || !fresh)) {
    location.assign(address);
    return false;
  }

  keepDraft();
  for (const [old, fresh] of found) {
    old!.replaceWith(document.adoptNode(fresh!));
  }

  document.title = page.title;
  restoreDraft();
  return true;
}

async function show(address: string, remember: boolean): Promise<void> {
  const zone = document.getElementById('case');
  zone?.setAttribute('aria-busy', 'true');
  try {
    const page = await get(address);
    const current = document.querySelector<HTMLAnchorElement>('.q-item[aria-current] h3 a');
    if (remember && current && path(current.href) !== path(address)) {
      return; // Somebody moved on while this one came.
    }

    if (swap(page, address, ['case', 'decide']) && remember) {
      history.pushState(null, '', address);
    }

    prefetch();
  } catch {
    location.assign(address);
  }
}

function mark(row: HTMLElement): void {
  document.querySelector('.q-item[aria-current]')?.removeAttribute('aria-current');
  row.setAttribute('aria-current', 'true');
  row.scrollIntoView({ block: 'nearest' });
}

function prefetch(): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.q-item')];
  const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  fetched.clear();
  for (const row of [rows[at + 1], rows[at + 2], rows[at - 1]]) {
    const link = row?.querySelector<HTMLAnchorElement>('h3 a');
    if (link) {
      get(link.href).catch(() => fetched.delete(path(link.href)));
    }
  }
}

function get(address: string): Promise<Document> {
  const key = path(address);
  let page = fetched.get(key);
  if (!page) {
    page = fetch(key, { headers: { Accept: 'text/html' } }).then(async (answer) => {
      if (!answer.ok || answer.redirected) {
        throw new Error(`${answer.status}`);
      }

      return new DOMParser().parseFromString(await answer.text(), 'text/html');
    });
    fetched.set(key, page);
  }

  return page;
}

function path(address: string): string {
  const url = new URL(address, location.href);
  return url.pathname + url.search;
}
