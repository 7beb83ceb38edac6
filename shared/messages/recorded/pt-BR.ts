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
    leads: {
      title: 'Leads que são seus',
      what: 'De quais leads você é responsável agora; quem foi antes está no histórico do próprio lead.',
      seenBy: 'Todos veem de quem é o lead.',
    },
    comments: {
      title: 'Comentários sobre passagens',
      what: 'O que você escreveu para o outro lado sobre uma passagem, com o lead e a hora.',
      seenBy: 'Quem pode ver o lead.',
    },
    sessions: {
      title: 'Reuniões e revisões',
      what: 'Aquelas em que você esteve, que abriu ou em que foi mediador(a).',
      seenBy: 'Todos no espaço de trabalho.',
    },
    decisions: {
      title: 'Decisões de uma reunião',
      what: 'As registradas com você como mediador(a) e as que cabe a você cumprir.',
      seenBy: 'Todos no espaço de trabalho.',
    },
    agreement: {
      title: 'O acordo',
      what: 'Versões e rascunhos que você escreveu ou assinou, e onde o acordo cita você.',
      seenBy: 'Todos no espaço de trabalho.',
    },
    setups: {
      title: 'O que você configurou ou iniciou',
      what: 'Importações, conexões, webhooks, períodos fechados, liberações e outros trabalhos longos, com seu nome; equipes que você gere.',
      seenBy: 'Administradores; gestores, o que eles mesmos podem iniciar.',
    },
    access: {
      title: 'O que a entrada precisa',
      what: 'Chaves e códigos de uso único, navegadores dos quais você saiu e respostas guardadas para que uma repetição não faça nada duas vezes.',
      seenBy: 'Ninguém; um navegador do qual você saiu: administradores, na exportação.',
    },
  },
  kept: (days) => `${days} dias.`,
  keptWithLead: (days) =>
    days === null
      ? 'Enquanto existir o lead.'
      : `Enquanto existir o lead: ${days} dias após o último evento.`,
  keptWhileMember: 'Enquanto você for membro e, depois, enquanto seu trabalho for contado.',
  keptForEver: 'Até que alguém remova.',
  keptUntilUsed: 'Até ser usado, vencer ou ser revogado.',
  never: [
    'Páginas que você visita, a não ser que tenha registrado algo ali.',
    'O texto ou o assunto de qualquer e-mail.',
    'O que você digita, onde está ou como move o mouse.',
  ],
};
