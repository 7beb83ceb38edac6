/** What is said where messages are written: the compose strip beyond its promise, and the strip of a chat (OVR3). */
import type { Language } from '../lead/vocabulary.ts';

export interface ComposeWords {
  /** Somebody else spoke to this lead a short while ago. */
  readonly touched: (who: string, channel: string, when: string) => string;
  /** Opens the persona's words and materials. */
  readonly offers: (persona: string) => string;
  readonly copyWords: string;
  readonly copyLink: string;
  readonly copied: string;
  /** The mail goes out by itself later. */
  readonly planned: (who: string, when: string) => string;
  /** Its hour could not be read off the page. */
  readonly plannedUnread: string;
  readonly chat: {
    readonly label: string;
    readonly sent: string;
    readonly replied: string;
    readonly noAnswer: string;
    readonly idle: string;
    readonly refused: string;
    readonly repliedDone: string;
  };
}

const en: ComposeWords = {
  touched: (who, channel, when) => `${who} was in touch ${when} (${channel}).`,
  offers: (persona) => `Words for ${persona}`,
  copyWords: 'copy',
  copyLink: 'copy link',
  copied: 'copied',
  planned: (who, when) => `Counts ${when}, when it goes out: ${who}`,
  plannedUnread: 'We could not read when it goes out: log it once it has.',
  chat: {
    label: 'Log what happened here',
    sent: 'I wrote',
    replied: 'They replied',
    noAnswer: 'No answer',
    idle: 'Nothing is due here now.',
    refused: 'Asked for no WhatsApp. Do not write.',
    repliedDone: 'Reply noted',
  },
};

const ptBR: ComposeWords = {
  touched: (who, channel, when) => `${who} falou com este lead ${when} (${channel}).`,
  offers: (persona) => `Palavras para ${persona}`,
  copyWords: 'copiar',
  copyLink: 'copiar link',
  copied: 'copiado',
  planned: (who, when) => `Conta ${when}, quando for enviado: ${who}`,
  plannedUnread: 'Não deu para ler quando será enviado: registre depois do envio.',
  chat: {
    label: 'Registre o que aconteceu aqui',
    sent: 'Escrevi',
    replied: 'Respondeu',
    noAnswer: 'Sem resposta',
    idle: 'Nada vence aqui agora.',
    refused: 'Não quer receber WhatsApp. Não escreva.',
    repliedDone: 'Resposta registrada',
  },
};

const es: ComposeWords = {
  touched: (who, channel, when) => `${who} habló con este lead ${when} (${channel}).`,
  offers: (persona) => `Palabras para ${persona}`,
  copyWords: 'copiar',
  copyLink: 'copiar enlace',
  copied: 'copiado',
  planned: (who, when) => `Cuenta ${when}, cuando se envíe: ${who}`,
  plannedUnread: 'No se pudo leer cuándo se enviará: regístralo cuando haya salido.',
  chat: {
    label: 'Registra lo que pasó aquí',
    sent: 'Escribí',
    replied: 'Respondió',
    noAnswer: 'Sin respuesta',
    idle: 'Nada vence aquí ahora.',
    refused: 'No quiere recibir WhatsApp. No le escribas.',
    repliedDone: 'Respuesta registrada',
  },
};

const WORDS: Readonly<Record<Language, ComposeWords>> = { en, 'pt-BR': ptBR, es };

export function composeWords(language: Language): ComposeWords {
  return WORDS[language];
}
