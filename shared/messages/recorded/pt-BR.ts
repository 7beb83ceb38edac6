import type { RecordedWords } from './words.ts';

export const ptBR: RecordedWords = {
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
