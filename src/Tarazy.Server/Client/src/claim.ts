import { swap } from './desk';

/** Claim and release say so at once and take it back when the desk refuses. */
export function watchClaims(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.dataset['act'] && form.dataset['done']) {
      event.preventDefault();
      void send(form, form.dataset['done']);
    }
  });
}

async function send(form: HTMLFormElement, done: string): Promise<void> {
  const button = form.querySelector('button');
  const before = button?.textContent ?? '';
  if (button) {
    button.textContent = done;
    button.disabled = true;
  }

  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    swap(page, location.href);
  } catch {
    if (button) {
      button.textContent = before;
      button.disabled = false;
    }

    form.setAttribute('data-failed', 'true');
  }
}
