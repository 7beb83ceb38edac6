/** A background that answers from one view and remembers what it was asked. */
import type { CardPort } from '../../../extension/panels/cardPort.ts';
import type { Done, ReplyOf } from '../../../extension/messages.ts';
import type { Colleague } from '../../../shared/ui/card/cardAct.ts';
import type { CardHistory, CardView } from '../../../shared/ui/cardView.ts';

export interface Asked {
  readonly what: string;
  readonly ask: unknown;
}

interface Answers {
  readonly done?: Done | undefined;
  readonly choices?: readonly { readonly leadId: string; readonly name: string }[];
  readonly elsewhere?: (() => void) | null;
  /** Whatever the first hello answers; null = nobody answers. */
  readonly hello?: ReplyOf<'panel.hello'> | null;
  readonly colleagues?: readonly Colleague[];
  readonly history?: (shown: number) => CardHistory;
  readonly copied?: boolean;
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
      if (answers.hello !== undefined) return answers.hello ?? undefined;
      return { card: leadId === null && answers.choices ? null : shown.view, choices: answers.choices };
    },
    log: record('log'),
    answer: record('answer'),
    set: record('set'),
    do: record('do'),
    take: record('take'),
    propose: record('propose'),
    colleagues: async (leadId) => {
      asked.push({ what: 'colleagues', ask: leadId });
      return answers.colleagues ?? [];
    },
    history: async (leadId, many) => {
      asked.push({ what: 'history', ask: { leadId, shown: many } });
      return answers.history?.(many);
    },
    copy: async (text) => {
      asked.push({ what: 'copy', ask: text });
      return answers.copied ?? true;
    },
    openOptions: () => void asked.push({ what: 'options', ask: null }),
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
