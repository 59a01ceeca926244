/** Single keys are the desk's, but never while somebody types, and never with a modifier that the browser or a reader owns. */
export function onKeys(act: (key: string, event: KeyboardEvent) => boolean): void {
  document.addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (event.defaultPrevented || event.isComposing || event.altKey) {
      return;
    }

    const key = command ? `ctrl ${event.key.toLowerCase()}` : event.key;
    if (!command && (typing(event.target) || document.querySelector('dialog[open]'))) {
      return;
    }

    if (act(key, event)) {
      event.preventDefault();
    }
  });
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])'));
}
