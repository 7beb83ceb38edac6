/** What the extension says of the device itself: signing out, notices of the system, the toolbar. */
import type { Language } from '../lead/vocabulary.ts';
import { messagesFor } from './catalog.ts';

/** How many of several notices say what. */
export interface ManyNotices {
  readonly late: number;
  readonly soon: number;
  readonly handed: number;
  readonly replied: number;
  readonly other: number;
}

export interface DeviceWords {
  /** Signed out by itself after two weeks without contact (PRI3). */
  readonly tooLong: string;
  /** The worker speaks a protocol we do not, or no longer (SYN8). */
  readonly otherProtocol: string;
  /** What waits, sealed, for whoever did it. */
  readonly waiting: (n: number) => string;
  readonly badge: {
    readonly nothing: string;
    readonly due: (today: number, late: number) => string;
    readonly signedOut: string;
    readonly trial: (today: number) => string;
  };
  readonly notice: {
    readonly open: string;
    readonly snooze: string;
    readonly many: (n: number) => string;
    /** What they are about: nobody's name. */
    readonly manyText: (of: ManyNotices) => string;
    /** Instead of a name. */
    readonly aLead: string;
  };
}

const en: DeviceWords = {
  tooLong:
    'This device did not reach the workspace for two weeks, so the copy on it was removed. Connect again; what is still to be sent is kept.',
  otherProtocol:
    'The workspace and this extension do not understand each other. Update the extension, or ask an admin to update the workspace; what is still to be sent is kept.',
  waiting: (n) =>
    messagesFor('en').format.plural(n, {
      one: '# thing done here waits, sealed, until whoever did it connects again.',
      other: '# things done here wait, sealed, until whoever did them connects again.',
    }),
  badge: {
    nothing: 'Combinado: nothing due today',
    due: (today, late) =>
      `Combinado: ${messagesFor('en').format.plural(today, { one: '# due today', other: '# due today' })}${late > 0 ? `, ${late} late` : ''}`,
    signedOut: 'Combinado: not connected',
    trial: (today) => `Combinado, trial: ${today} today`,
  },
  notice: {
    open: 'Open',
    snooze: 'Remind me in 30 min',
    many: (n) => messagesFor('en').format.plural(n, { one: '# notice', other: '# notices' }),
    manyText: (of) =>
      listed('en', of, {
        late: { one: '# promise late', other: '# promises late' },
        soon: { one: '# due soon', other: '# due soon' },
        handed: { one: '# lead handed to you', other: '# leads handed to you' },
        replied: { one: '# reply', other: '# replies' },
        other: { one: '# more', other: '# more' },
      }),
    aLead: 'Combinado',
  },
};

const ptBR: DeviceWords = {
  tooLong:
    'Este aparelho ficou duas semanas sem falar com o espaço de trabalho, então a cópia que ele tinha foi removida. Conecte de novo; o que falta enviar está guardado.',
  otherProtocol:
    'O espaço de trabalho e esta extensão não se entendem. Atualize a extensão ou peça a um administrador que atualize o espaço; o que falta enviar está guardado.',
  waiting: (n) =>
    messagesFor('pt-BR').format.plural(n, {
      one: '# registro feito aqui espera, lacrado, até que quem o fez conecte de novo.',
      other: '# registros feitos aqui esperam, lacrados, até que quem os fez conecte de novo.',
    }),
  badge: {
    nothing: 'Combinado: nada vence hoje',
    due: (today, late) =>
      `Combinado: ${messagesFor('pt-BR').format.plural(today, { one: '# para hoje', other: '# para hoje' })}${late > 0 ? `, ${messagesFor('pt-BR').format.plural(late, { one: '# vencido', other: '# vencidos' })}` : ''}`,
    signedOut: 'Combinado: sem conexão',
    trial: (today) => `Combinado, ensaio: ${today} hoje`,
  },
  notice: {
    open: 'Abrir',
    snooze: 'Lembrar em 30 min',
    many: (n) => messagesFor('pt-BR').format.plural(n, { one: '# aviso', other: '# avisos' }),
    manyText: (of) =>
      listed('pt-BR', of, {
        late: { one: '# prazo vencido', other: '# prazos vencidos' },
        soon: { one: '# vencendo', other: '# vencendo' },
        handed: { one: '# lead passado para você', other: '# leads passados para você' },
        replied: { one: '# resposta', other: '# respostas' },
        other: { one: 'mais #', other: 'mais #' },
      }),
    aLead: 'Combinado',
  },
};

const es: DeviceWords = {
  tooLong:
    'Este dispositivo pasó dos semanas sin hablar con el espacio de trabajo, así que se quitó la copia que tenía. Conéctate de nuevo; lo que falta enviar está guardado.',
  otherProtocol:
    'El espacio de trabajo y esta extensión no se entienden. Actualiza la extensión o pide a un administrador que actualice el espacio; lo que falta enviar está guardado.',
  waiting: (n) =>
    messagesFor('es').format.plural(n, {
      one: '# registro hecho aquí espera, sellado, hasta que quien lo hizo se conecte de nuevo.',
      other: '# registros hechos aquí esperan, sellados, hasta que quien los hizo se conecte de nuevo.',
    }),
  badge: {
    nothing: 'Combinado: nada vence hoy',
    due: (today, late) =>
      `Combinado: ${messagesFor('es').format.plural(today, { one: '# para hoy', other: '# para hoy' })}${late > 0 ? `, ${messagesFor('es').format.plural(late, { one: '# vencido', other: '# vencidos' })}` : ''}`,
    signedOut: 'Combinado: sin conexión',
    trial: (today) => `Combinado, ensayo: ${today} hoy`,
  },
  notice: {
    open: 'Abrir',
    snooze: 'Recordarme en 30 min',
    many: (n) => messagesFor('es').format.plural(n, { one: '# aviso', other: '# avisos' }),
    manyText: (of) =>
      listed('es', of, {
        late: { one: '# plazo vencido', other: '# plazos vencidos' },
        soon: { one: '# por vencer', other: '# por vencer' },
        handed: { one: '# lead para ti', other: '# leads para ti' },
        replied: { one: '# respuesta', other: '# respuestas' },
        other: { one: '# más', other: '# más' },
      }),
    aLead: 'Combinado',
  },
};

type Forms = Readonly<Record<keyof ManyNotices, { readonly one: string; readonly other: string }>>;

/** "2 promises late · 1 reply" */
function listed(language: Language, of: ManyNotices, forms: Forms): string {
  const { plural } = messagesFor(language).format;
  return (['late', 'soon', 'handed', 'replied', 'other'] as const)
    .filter((kind) => of[kind] > 0)
    .map((kind) => plural(of[kind], forms[kind]))
    .join(' · ');
}

const WORDS: Readonly<Record<Language, DeviceWords>> = { en, 'pt-BR': ptBR, es };

export function deviceWords(language: Language): DeviceWords {
  return WORDS[language];
}
