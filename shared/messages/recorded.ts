/** What a member reads about what is recorded of them (PRI5). */
import type { Language } from '../lead/vocabulary.ts';
import type { RecordedKind } from '../protocol/recorded.ts';

export interface RecordedWords {
  readonly of: Readonly<
    Record<RecordedKind, { readonly title: string; readonly what: string; readonly seenBy: string }>
  >;
  readonly kept: (days: number) => string;
  /** Kept as long as the lead it belongs to. */
  readonly keptWithLead: (days: number | null) => string;
  readonly keptWhileMember: string;
  readonly keptForEver: string;
  readonly never: readonly string[];
}

const en: RecordedWords = {
  of: {
    profile: {
      title: 'You as a member',
      what: 'Your name, role, side, team, working hours and capacity, each with the date it changed.',
      seenBy: 'Everybody in the workspace.',
    },
    work: {
      title: 'What you did with leads',
      what: 'Attempts, answers, notes and changes, each with its lead, channel and time.',
      seenBy:
        'Whoever may see the lead. Figures per person: you and the manager of your side; figures per team: everybody.',
    },
    absences: {
      title: 'Absences',
      what: 'When you were away, with the reason that was written.',
      seenBy: 'That you are away: everybody. The reason: you, managers and admins.',
    },
    commands: {
      title: 'What your devices sent',
      what: 'Each thing you did as your device sent it, so that nothing counts twice.',
      seenBy: 'Nobody in the product; it is in the workspace’s export.',
    },
    devices: {
      title: 'Browsers you are signed in with',
      what: 'A name such as “Chrome Linux”, when it signed in and when it was last heard of, to the hour. No address, no place.',
      seenBy: 'You and admins.',
    },
    acts: {
      title: 'Changes to the workspace',
      what: 'What you changed in the workspace, and what others changed about you.',
      seenBy: 'Admins.',
    },
    notices: {
      title: 'Notices to you',
      what: 'Warnings and messages the workspace sent you, and whether you read them.',
      seenBy: 'You.',
    },
    proposals: {
      title: 'Proposals and votes',
      what: 'Changes you proposed to the agreement, and how you voted.',
      seenBy: 'Everybody in the workspace.',
    },
    address: {
      title: 'Your address for company sign-in',
      what: 'Only a fingerprint of it, from which the address cannot be read.',
      seenBy: 'Nobody.',
    },
  },
  kept: (days) => `${days} days.`,
  keptWithLead: (days) =>
    days === null ? 'As long as the lead.' : `As long as the lead: ${days} days after its last event.`,
  keptWhileMember: 'While you are a member, and after that as long as your work is counted.',
  keptForEver: 'Until somebody removes it.',
  never: [
    'Pages you visit, except that you logged something there.',
    'The text or subject of any mail.',
    'What you type, where you are, or how you move the mouse.',
  ],
};

const ptBR: RecordedWords = {
  of: {
    profile: {
      title: 'Você como membro',
      what: 'Seu nome, papel, lado, equipe, horário e capacidade, cada um com a data em que mudou.',
      seenBy: 'Todos no espaço de trabalho.',
    },
    work: {
      title: 'O que você fez com leads',
      what: 'Tentativas, respostas, anotações e mudanças, cada uma com o lead, o canal e a hora.',
      seenBy:
        'Quem pode ver o lead. Números por pessoa: você e o gestor do seu lado; números por equipe: todos.',
    },
    absences: {
      title: 'Ausências',
      what: 'Quando você esteve fora, com o motivo que foi escrito.',
      seenBy: 'Que você está fora: todos. O motivo: você, gestores e administradores.',
    },
    commands: {
      title: 'O que seus dispositivos enviaram',
      what: 'Cada coisa que você fez, como o dispositivo enviou, para que nada conte duas vezes.',
      seenBy: 'Ninguém no produto; está na exportação do espaço de trabalho.',
    },
    devices: {
      title: 'Navegadores em que você entrou',
      what: 'Um nome como “Chrome Linux”, quando entrou e quando deu sinal pela última vez, com precisão de hora. Sem endereço, sem lugar.',
      seenBy: 'Você e administradores.',
    },
    acts: {
      title: 'Mudanças no espaço de trabalho',
      what: 'O que você mudou no espaço de trabalho e o que outros mudaram sobre você.',
      seenBy: 'Administradores.',
    },
    notices: {
      title: 'Avisos para você',
      what: 'Alertas e mensagens que o espaço de trabalho enviou a você, e se você leu.',
      seenBy: 'Você.',
    },
    proposals: {
      title: 'Propostas e votos',
      what: 'Mudanças que você propôs ao acordo e como votou.',
      seenBy: 'Todos no espaço de trabalho.',
    },
    address: {
      title: 'Seu endereço para a entrada pela empresa',
      what: 'Só uma impressão digital dele, da qual não se lê o endereço.',
      seenBy: 'Ninguém.',
    },
  },
  kept: (days) => `${days} dias.`,
  keptWithLead: (days) =>
    days === null
      ? 'Enquanto existir o lead.'
      : `Enquanto existir o lead: ${days} dias após o último evento.`,
  keptWhileMember: 'Enquanto você for membro e, depois, enquanto seu trabalho for contado.',
  keptForEver: 'Até que alguém remova.',
  never: [
    'Páginas que você visita, a não ser que tenha registrado algo ali.',
    'O texto ou o assunto de qualquer e-mail.',
    'O que você digita, onde está ou como move o mouse.',
  ],
};

const es: RecordedWords = {
  of: {
    profile: {
      title: 'Tú como miembro',
      what: 'Tu nombre, rol, lado, equipo, horario y capacidad, cada uno con la fecha en que cambió.',
      seenBy: 'Todos en el espacio de trabajo.',
    },
    work: {
      title: 'Lo que hiciste con los leads',
      what: 'Intentos, respuestas, notas y cambios, cada uno con su lead, canal y hora.',
      seenBy:
        'Quien puede ver el lead. Cifras por persona: tú y el gerente de tu lado; cifras por equipo: todos.',
    },
    absences: {
      title: 'Ausencias',
      what: 'Cuándo estuviste fuera, con el motivo que se escribió.',
      seenBy: 'Que estás fuera: todos. El motivo: tú, gerentes y administradores.',
    },
    commands: {
      title: 'Lo que enviaron tus dispositivos',
      what: 'Cada cosa que hiciste, tal como la envió el dispositivo, para que nada cuente dos veces.',
      seenBy: 'Nadie en el producto; está en la exportación del espacio de trabajo.',
    },
    devices: {
      title: 'Navegadores en los que entraste',
      what: 'Un nombre como “Chrome Linux”, cuándo entró y cuándo se supo de él por última vez, con precisión de hora. Sin dirección, sin lugar.',
      seenBy: 'Tú y los administradores.',
    },
    acts: {
      title: 'Cambios en el espacio de trabajo',
      what: 'Lo que cambiaste en el espacio de trabajo y lo que otros cambiaron sobre ti.',
      seenBy: 'Administradores.',
    },
    notices: {
      title: 'Avisos para ti',
      what: 'Alertas y mensajes que el espacio de trabajo te envió, y si los leíste.',
      seenBy: 'Tú.',
    },
    proposals: {
      title: 'Propuestas y votos',
      what: 'Cambios que propusiste al acuerdo y cómo votaste.',
      seenBy: 'Todos en el espacio de trabajo.',
    },
    address: {
      title: 'Tu dirección para el acceso de empresa',
      what: 'Solo una huella de ella, de la que no se puede leer la dirección.',
      seenBy: 'Nadie.',
    },
  },
  kept: (days) => `${days} días.`,
  keptWithLead: (days) =>
    days === null
      ? 'Mientras exista el lead.'
      : `Mientras exista el lead: ${days} días tras su último evento.`,
  keptWhileMember: 'Mientras seas miembro y, después, mientras se cuente tu trabajo.',
  keptForEver: 'Hasta que alguien lo quite.',
  never: [
    'Las páginas que visitas, salvo que hayas registrado algo en ellas.',
    'El texto o el asunto de ningún correo.',
    'Lo que escribes, dónde estás o cómo mueves el ratón.',
  ],
};

const WORDS: Readonly<Record<Language, RecordedWords>> = { en, 'pt-BR': ptBR, es };

export function recordedWords(language: Language): RecordedWords {
  return WORDS[language];
}
