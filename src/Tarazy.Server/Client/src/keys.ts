/** Single keys are the desk's, but never while somebody types, and never with a modifier that the browser or a reader owns. */
export function onKeys(act: (key: string, event: KeyboardEvent) => boolean): void {
  document.addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (event.defaultPrevented || event.isComposing || event.altKey) {
      return;
    }

    const key = command ? `ctrl ${named(event).toLowerCase()}` : named(event);
    if (!command && (typing(event.target) || document.querySelector('dialog[open]'))) {
      return;
    }

    if (act(key, event)) {
      event.preventDefault();
    }
  });
}

/** A Kazakh or Russian keyboard writes о where J is, and the Kazakh one ә where 2 is: there the place of the key counts. */
function named(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  if (digit && !event.shiftKey && event.key.length === 1) {
    return digit;
  }

  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  return letter && !event.shiftKey && /^[^\u0000-\u007f]$/.test(event.key) ? letter.toLowerCase() : event.key;
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])'));
}
