import { watchClaims } from './claim';
import { watchCopies } from './copy';
import { step, watchQueue } from './desk';
import { watchDrafts } from './drafts';
import { onKeys } from './keys';

onKeys((key) => {
  switch (key) {
    case 'j':
      step(1);
      return true;
    case 'k':
      step(-1);
      return true;
    case 'w':
      return goTo('why');
    case 'c':
    case 'r':
      return focus(key);
    case 'b':
    case 'u':
    case 's':
    case 't':
    case 'y':
    case 'n':
      return press(key);
    case '?':
      return help();
    case 'ctrl enter':
      return submit();
    case 'ctrl k':
      return focus('go');
    default:
      return /^[0-7]$/.test(key) && press(key);
  }
});

watchQueue();
watchClaims();
watchCopies();
watchDrafts();
watchUndo();
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-act="keys"]')) {
    help();
  }
});
document.documentElement.dataset['ready'] = 'true';

function find(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-key="${key}"]`);
}

function focus(key: string): boolean {
  const field = find(key);
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
  return field !== null;
}

function press(key: string): boolean {
  const control = find(key);
  if (!control || control.matches(':disabled')) {
    return false;
  }

  control.click();
  if (control instanceof HTMLInputElement) {
    control.focus();
  }

  return true;
}

function submit(): boolean {
  const button = find('submit');
  button?.click();
  return button !== null;
}

function goTo(id: string): boolean {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
  return part !== null;
}

function help(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('dialog#keys');
  dialog?.showModal();
  return dialog !== null;
}

function watchUndo(): void {
  const bar = document.querySelector<HTMLElement>('.undo[data-until]');
  if (bar) {
    setTimeout(() => bar.remove(), Math.max(0, Number(bar.dataset['until']) - Date.now()));
  }
}
