/** What was typed into a decision and not sent, kept until the tab is closed: moving to another case must not lose it. */
function form(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>('#decision');
}

function key(decision: HTMLFormElement): string {
  return `draft ${new URL(decision.action).pathname}`;
}

export function keepDraft(): void {
  const decision = form();
  if (decision?.dataset['dirty'] === 'true') {
    const hidden = new Set([...decision.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].map((i) => i.name));
    const answers = [...new FormData(decision)].filter(([name, value]) => !hidden.has(name) && typeof value === 'string');
    sessionStorage.setItem(key(decision), JSON.stringify(answers));
  }
}

export function restoreDraft(): void {
  const decision = form();
  const kept = decision && sessionStorage.getItem(key(decision));
  if (!decision || !kept) {
    return;
  }

  for (const [name, value] of JSON.parse(kept) as [string, string][]) {
    for (const field of decision.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
        field.checked ||= field.value === value;
      } else {
        field.value = value;
      }
    }
  }

  decision.dataset['dirty'] = 'true';
}

export function watchDrafts(): void {
  document.addEventListener('input', (event) => {
    const decision = form();
    if (decision && event.target instanceof Node && decision.contains(event.target)) {
      decision.dataset['dirty'] = 'true';
    }
  });
  document.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement && event.target.id === 'decision') {
      sessionStorage.removeItem(key(event.target));
      delete event.target.dataset['dirty'];
    }
  });
  window.addEventListener('pagehide', keepDraft);
  restoreDraft();
}
