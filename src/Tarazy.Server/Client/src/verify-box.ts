import { check, type Receipt, type Step, type Verdict } from './verify';

const keyPlace = 'tarazy.log-key';
const largest = 8 * 1024 * 1024;
const looks: Record<Verdict, [icon: string, tone: string, state: string]> = {
  verified: ['sealok', 'st-good', 'state-good'],
  'signer-unknown': ['sealok', 'st-good', 'state-good'],
  failed: ['alert', 'st-grave', 'state-fail'],
  unknown: ['ask', 'st-warn', ''],
};

/** The box beside a notice: checks its receipt, or a file, in this browser and asks the desk for nothing else. */
export class VerifyBox extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-verify]');
    const file = this.querySelector<HTMLElement>('[data-file]');
    if (!crypto.subtle) {
      return;
    }

    if (button) {
      button.hidden = false;
      button.addEventListener('click', () => void this.run(() => this.fetched()));
    }

    if (file) {
      file.hidden = false;
      file.querySelector('input')?.addEventListener('change', (event) => {
        const chosen = (event.target as HTMLInputElement).files?.[0];
        if (chosen && chosen.size <= largest) {
          void this.run(() => chosen.text());
        }
      });
    }
  }

  private async run(text: () => Promise<string>): Promise<void> {
    this.show('', '', this.say('working'), []);
    let read: string;
    try {
      read = await text();
    } catch {
      this.verdict('unknown', [{ code: 'no-answer', ok: null, facts: [] }]);
      return;
    }

    try {
      const known = localStorage.getItem(keyPlace);
      const pageKey = this.dataset['logKey'] || null;
      const { verdict, steps } = await check(JSON.parse(read) as Receipt, pageKey, known);
      if (known === null && pageKey !== null && verdict === 'signer-unknown') {
        localStorage.setItem(keyPlace, pageKey);
      }

      this.verdict(verdict, steps);
    } catch {
      this.verdict('failed', [{ code: 'damaged', ok: false, facts: [] }]);
    }
  }

  private async fetched(): Promise<string> {
    const answer = await fetch(this.dataset['receipt'] ?? '', { cache: 'no-store' });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }

    return answer.text();
  }

  private verdict(verdict: Verdict, steps: Step[]): void {
    const [icon, tone, state] = looks[verdict];
    const lines = steps.map((step) => this.line(step));
    const after = verdict === 'failed' ? 'keep' : verdict === 'unknown' ? 'neither' : null;
    if (after) {
      lines.push(this.text('leave', this.say(after)));
    }

    this.show(icon, tone, this.say(verdict), lines, state);
    const button = this.querySelector<HTMLButtonElement>('[data-verify]');
    if (button) {
      button.textContent = this.say('again');
    }
  }

  private show(icon: string, tone: string, title: string, lines: HTMLElement[], state = ''): void {
    const box = this.querySelector<HTMLElement>('.state');
    const status = document.createElement('span');
    status.className = `st ${tone}`;
    status.append(...this.icon(icon), title);
    const list = document.createElement('ul');
    list.className = 'steps';
    list.append(...lines);
    box?.setAttribute('class', `state ${state}`);
    box?.replaceChildren(status, list);
  }

  private line(step: Step): HTMLElement {
    return this.text(step.ok === null ? 'leave' : step.ok ? 'check' : 'alert', this.say(step.code, step.facts), step.ok === false);
  }

  private text(icon: string, words: string, strong = false): HTMLElement {
    const item = document.createElement('li');
    const span = document.createElement(strong ? 'b' : 'span');
    span.textContent = words;
    item.append(...this.icon(icon), span);
    return item;
  }

  private icon(name: string): Node[] {
    const icon = this.querySelector<HTMLTemplateElement>('template[data-icons]')?.content.querySelector(`[data-icon="${name}"] svg`);
    return icon ? [icon.cloneNode(true)] : [];
  }

  private say(code: string, facts: (string | number)[] = []): string {
    const words = this.querySelector<HTMLTemplateElement>('template[data-words]')?.content.querySelector(`[data-say="${code}"]`)?.textContent ?? code;
    return words.replace(/\{(\d)\}/g, (_, at: string) => {
      const fact = facts[Number(at)];
      return typeof fact === 'number' ? fact.toLocaleString(document.documentElement.lang) : fact ?? '';
    });
  }
}
