/** Buttons that copy a part of the page. They are hidden until this runs: without script there is nothing to press. */
export function watchCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = !navigator.clipboard;
  }

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-copy]') : null;
    const from = button && document.getElementById(button.dataset['copy'] ?? '');
    if (button && from) {
      const text = from instanceof HTMLInputElement || from instanceof HTMLTextAreaElement ? from.value : from.textContent ?? '';
      void navigator.clipboard.writeText(text).then(() => said(button));
    }
  });
}

function said(button: HTMLButtonElement): void {
  const before = button.textContent;
  button.textContent = button.dataset['copied'] ?? before;
  setTimeout(() => (button.textContent = before), 2000);
}
