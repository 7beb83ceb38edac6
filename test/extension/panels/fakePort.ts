/** A background that answers from one view and remembers what it was asked. */
import type { CardPort } from '../../../extension/panels/cardPort.ts';
import type { Done } from '../../../extension/messages.ts';
import type { CardView } from '../../../shared/ui/cardView.ts';

export interface Asked {
  readonly what: string;
  readonly ask: unknown;
}

interface Answers {
  readonly done?: Done | undefined;
  readonly choices?: readonly { readonly leadId: string; readonly name: string }[];
  readonly elsewhere?: (() => void) | null;
}

/** `view` null = expired. `done` is what every recording answers. */
export function fakePort(view: CardView | null, answers: Answers = {}) {
  const asked: Asked[] = [];
  const changes: (() => void)[] = [];
  const shown = { view };
  const record = (what: string) => async (ask: unknown) => {
    asked.push({ what, ask });
    return 'done' in answers ? answers.done : logged;
  };
  const port: CardPort = {
    hello: async (leadId) => {
      asked.push({ what: 'hello', ask: leadId });
      return { card: leadId === null && answers.choices ? null : shown.view, choices: answers.choices };
    },
    log: record('log'),
    answer: record('answer'),
    set: record('set'),
    undo: async (ask) => {
      asked.push({ what: 'undo', ask });
      return { done: true };
    },
    watch: (_, changed) => void changes.push(changed),
    close: () => void asked.push({ what: 'close', ask: null }),
    elsewhere: answers.elsewhere ?? null,
  };
  return { port, asked, shown, change: () => changes.forEach((changed) => changed()) };
}

const logged: Done = {
  done: true,
  toast: {
    id: 't1',
    text: 'Tentativa registrada: e-mail para Marina Duarte',
    undoLabel: 'Desfazer',
    undoUntil: Number.MAX_SAFE_INTEGER,
  },
};
