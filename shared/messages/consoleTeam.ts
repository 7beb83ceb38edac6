/** What the room "Team" says: people, teams, being away, closed days, and what acts for whom. */
import type { Language, Role, Side } from '../lead/vocabulary.ts';
import type { Forms } from './format.ts';

export type TeamPart = 'people' | 'teams' | 'absences' | 'closures' | 'devices';

export interface TeamWords {
  readonly parts: Readonly<Record<TeamPart, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly save: string;
  readonly copy: string;
  readonly copied: string;
  readonly name: string;
  readonly role: string;
  readonly side: string;
  readonly team: string;
  readonly noTeam: string;
  readonly people: {
    readonly about: Forms;
    readonly add: string;
    readonly change: string;
    readonly changeOf: (name: string) => string;
    readonly invite: string;
    readonly inviteOf: (name: string) => string;
    readonly inviteLink: string;
    /** `until`: "Mon 09:00". */
    readonly inviteHint: (until: string) => string;
    readonly perDay: string;
    readonly perDayHint: string;
    readonly noLimit: string;
    readonly email: string;
    readonly emailHint: string;
    readonly hours: string;
    readonly hoursHint: string;
    readonly leaves: string;
    readonly leavesHint: string;
    readonly comesBack: string;
    readonly away: (until: string) => string;
    readonly left: string;
    readonly showLeft: string;
    readonly roleHints: Readonly<Record<Role, string>>;
  };
  readonly teams: {
    readonly about: string;
    readonly add: string;
    readonly changeOf: (name: string) => string;
    readonly manager: string;
    readonly nobody: string;
    readonly members: string;
    readonly empty: string;
  };
  readonly absences: {
    readonly about: string;
    readonly add: string;
    readonly who: string;
    readonly from: string;
    readonly until: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly end: string;
    readonly endOf: (name: string) => string;
    readonly give: string;
    readonly giveOf: (name: string) => string;
    readonly waiting: Forms;
    readonly given: Forms;
    readonly stayed: Forms;
    readonly empty: string;
  };
  readonly closures: {
    readonly about: string;
    readonly add: string;
    readonly whom: string;
    readonly everybody: string;
    readonly start: string;
    readonly end: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly withdraw: string;
    readonly withdrawn: string;
    readonly by: (name: string) => string;
    readonly empty: string;
    readonly looking: string;
  };
  readonly devices: {
    readonly about: string;
    readonly device: string;
    readonly seen: string;
    readonly since: string;
    readonly here: string;
    readonly kinds: Readonly<Record<'token' | 'session', string>>;
    readonly revoke: string;
    readonly revokeOf: (label: string, name: string) => string;
    readonly revokeAll: string;
    readonly revokedAll: string;
    readonly feed: string;
    readonly feedAbout: string;
    readonly makeFeed: string;
    readonly feedLink: string;
    readonly feedHint: string;
    readonly closeFeed: string;
    readonly feedClosed: string;
  };
}

const en: TeamWords = {
  parts: { people: 'People', teams: 'Teams', absences: 'Away', closures: 'Closed days', devices: 'Devices' },
  roles: { admin: 'Admin', manager: 'Manager', marketer: 'Marketer', sdr: 'SDR' },
  sides: { marketing: 'Marketing', sales: 'Sales', neutral: 'Neither' },
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied.',
  name: 'Name',
  role: 'Role',
  side: 'Side',
  team: 'Team',
  noTeam: 'No team',
  people: {
    about: { one: '# person here', other: '# people here' },
    add: 'Add a person',
    change: 'Change',
    changeOf: (name) => `Change ${name}`,
    invite: 'Invite link',
    inviteOf: (name) => `Invite link for ${name}`,
    inviteLink: 'Link, good for one use',
    inviteHint: (until) => `Send it to them yourself. It works once, until ${until}.`,
    perDay: 'New leads a day',
    perDayHint: 'Routing gives no more than this per open day. Empty: no limit.',
    noLimit: 'no limit',
    email: 'E-mail for the company’s sign-in',
    emailHint: 'Only a fingerprint of it is kept. Empty: unchanged.',
    hours: 'Own hours',
    hoursHint: 'Without own hours, the team’s hold, else those of each promise.',
    leaves: 'Leaves the team',
    leavesHint:
      'They are signed out everywhere at once. What they did stays on record; their leads can be given to others.',
    comesBack: 'Is back',
    away: (until) => `away until ${until}`,
    left: 'left',
    showLeft: 'Show who left',
    roleHints: {
      admin: 'Everything, people and publishing included.',
      manager: 'All leads and their side’s figures; drafts and decides.',
      marketer: 'All leads, sources and campaigns; drafts the agreement.',
      sdr: 'Own and unassigned leads; logs attempts and answers hand-offs.',
    },
  },
  teams: {
    about: 'Routes go to teams; a team’s manager hears of what is late.',
    add: 'Add a team',
    changeOf: (name) => `Change the team ${name}`,
    manager: 'Manager',
    nobody: 'Nobody',
    members: 'People',
    empty: 'No team yet. Routing needs one to give leads to.',
  },
  absences: {
    about: 'Who is away gets no new leads, and their own clocks wait. The team’s promises do not.',
    add: 'Somebody is away',
    who: 'Who',
    from: 'From',
    until: 'Back on',
    reason: 'Reason',
    reasonHint: 'Seen by them and by managers only. May stay empty.',
    end: 'Is back',
    endOf: (name) => `${name} is back`,
    give: 'Give their leads to others',
    giveOf: (name) => `Give the leads of ${name} to others`,
    waiting: { one: '# lead waits for them', other: '# leads wait for them' },
    given: { one: '# lead was given to somebody else.', other: '# leads were given to others.' },
    stayed: {
      one: '# stayed: nobody else could take it.',
      other: '# stayed: nobody else could take them.',
    },
    empty: 'Nobody is away, and nobody will be.',
  },
  closures: {
    about:
      'A storm, a power cut, a strike: deadlines that ran through it move, and what was missed because of it is put right. Planned holidays belong in the agreement’s calendar.',
    add: 'Declare closed',
    whom: 'For whom',
    everybody: 'The whole workspace',
    start: 'Closed from',
    end: 'Open again',
    reason: 'Reason',
    reasonHint: 'Everybody reads it beside the deadlines it moved.',
    withdraw: 'Open again now',
    withdrawn: 'withdrawn',
    by: (name) => `declared by ${name}`,
    empty: 'Nothing was ever closed out of turn.',
    looking: 'Every lead is looked at again; its deadlines follow in a moment.',
  },
  devices: {
    about: 'Browsers that act for you. Revoke what you no longer use or do not know.',
    device: 'Device',
    seen: 'Last seen',
    since: 'Since',
    here: 'this one',
    kinds: { token: 'Extension', session: 'Console' },
    revoke: 'Revoke',
    revokeOf: (label, name) => `Revoke ${label} of ${name}`,
    revokeAll: 'Sign out everywhere',
    revokedAll: 'Every device of yours is signed out.',
    feed: 'Calendar feed',
    feedAbout: 'What you owe by when, in your own calendar: times and links, no names.',
    makeFeed: 'Make a new address',
    feedLink: 'Private address',
    feedHint: 'Shown once. Whoever has it reads your due times; a new one replaces it.',
    closeFeed: 'Close the feed',
    feedClosed: 'The feed is closed.',
  },
};

const ptBR: TeamWords = {
  parts: {
    people: 'Pessoas',
    teams: 'Equipes',
    absences: 'Ausências',
    closures: 'Dias fechados',
    devices: 'Dispositivos',
  },
  roles: { admin: 'Administração', manager: 'Gestão', marketer: 'Marketing', sdr: 'SDR' },
  sides: { marketing: 'Marketing', sales: 'Vendas', neutral: 'Nenhum' },
  save: 'Salvar',
  copy: 'Copiar',
  copied: 'Copiado.',
  name: 'Nome',
  role: 'Papel',
  side: 'Lado',
  team: 'Equipe',
  noTeam: 'Sem equipe',
  people: {
    about: { one: '# pessoa aqui', other: '# pessoas aqui' },
    add: 'Adicionar pessoa',
    change: 'Alterar',
    changeOf: (name) => `Alterar ${name}`,
    invite: 'Link de convite',
    inviteOf: (name) => `Link de convite para ${name}`,
    inviteLink: 'Link, vale uma vez só',
    inviteHint: (until) => `Envie você à pessoa. Funciona uma vez, até ${until}.`,
    perDay: 'Leads novos por dia',
    perDayHint: 'A distribuição não passa disso por dia útil. Vazio: sem limite.',
    noLimit: 'sem limite',
    email: 'E-mail do login da empresa',
    emailHint: 'Só uma impressão digital dele é guardada. Vazio: fica como está.',
    hours: 'Horário próprio',
    hoursHint: 'Sem horário próprio vale o da equipe, ou o de cada prazo.',
    leaves: 'Sai da equipe',
    leavesHint:
      'Sai de todos os dispositivos na hora. O que fez continua registrado; seus leads podem ir para outros.',
    comesBack: 'Voltou',
    away: (until) => `ausente até ${until}`,
    left: 'saiu',
    showLeft: 'Mostrar quem saiu',
    roleHints: {
      admin: 'Tudo, inclusive pessoas e publicação.',
      manager: 'Todos os leads e os números do seu lado; rascunha e decide.',
      marketer: 'Todos os leads, origens e campanhas; rascunha o acordo.',
      sdr: 'Leads próprios e sem responsável; registra tentativas e responde passagens.',
    },
  },
  teams: {
    about: 'A distribuição entrega às equipes; quem gere a equipe fica sabendo dos atrasos.',
    add: 'Adicionar equipe',
    changeOf: (name) => `Alterar a equipe ${name}`,
    manager: 'Gestão',
    nobody: 'Ninguém',
    members: 'Pessoas',
    empty: 'Nenhuma equipe ainda. A distribuição precisa de uma para entregar leads.',
  },
  absences: {
    about: 'Quem está ausente não recebe leads novos, e seus prazos próprios esperam. Os da equipe, não.',
    add: 'Alguém se ausenta',
    who: 'Quem',
    from: 'De',
    until: 'Volta em',
    reason: 'Motivo',
    reasonHint: 'Visto só pela pessoa e pela gestão. Pode ficar vazio.',
    end: 'Voltou',
    endOf: (name) => `${name} voltou`,
    give: 'Passar seus leads a outros',
    giveOf: (name) => `Passar os leads de ${name} a outros`,
    waiting: { one: '# lead espera por essa pessoa', other: '# leads esperam por essa pessoa' },
    given: { one: '# lead foi para outra pessoa.', other: '# leads foram para outras pessoas.' },
    stayed: {
      one: '# ficou: ninguém mais podia assumir.',
      other: '# ficaram: ninguém mais podia assumir.',
    },
    empty: 'Ninguém está nem estará ausente.',
  },
  closures: {
    about:
      'Tempestade, queda de energia, greve: os prazos que passavam por ali andam, e o que venceu por causa disso é corrigido. Feriados previstos ficam no calendário do acordo.',
    add: 'Declarar fechado',
    whom: 'Para quem',
    everybody: 'Todo o espaço de trabalho',
    start: 'Fechado desde',
    end: 'Reabre',
    reason: 'Motivo',
    reasonHint: 'Todos leem ao lado dos prazos que andaram.',
    withdraw: 'Reabrir agora',
    withdrawn: 'retirado',
    by: (name) => `declarado por ${name}`,
    empty: 'Nada foi fechado fora do previsto.',
    looking: 'Cada lead é olhado de novo; os prazos acompanham em instantes.',
  },
  devices: {
    about: 'Navegadores que agem por você. Revogue o que não usa ou não conhece.',
    device: 'Dispositivo',
    seen: 'Visto por último',
    since: 'Desde',
    here: 'este',
    kinds: { token: 'Extensão', session: 'Painel' },
    revoke: 'Revogar',
    revokeOf: (label, name) => `Revogar ${label} de ${name}`,
    revokeAll: 'Sair de todos',
    revokedAll: 'A sessão foi encerrada em todos os seus dispositivos.',
    feed: 'Agenda',
    feedAbout: 'O que você deve e até quando, na sua própria agenda: horários e links, sem nomes.',
    makeFeed: 'Criar novo endereço',
    feedLink: 'Endereço privado',
    feedHint: 'Mostrado uma vez. Quem o tem lê seus prazos; um novo o substitui.',
    closeFeed: 'Fechar a agenda',
    feedClosed: 'A agenda está fechada.',
  },
};

const es: TeamWords = {
  parts: {
    people: 'Personas',
    teams: 'Equipos',
    absences: 'Ausencias',
    closures: 'Días cerrados',
    devices: 'Dispositivos',
  },
  roles: { admin: 'Administración', manager: 'Gestión', marketer: 'Marketing', sdr: 'SDR' },
  sides: { marketing: 'Marketing', sales: 'Ventas', neutral: 'Ninguno' },
  save: 'Guardar',
  copy: 'Copiar',
  copied: 'Copiado.',
  name: 'Nombre',
  role: 'Rol',
  side: 'Lado',
  team: 'Equipo',
  noTeam: 'Sin equipo',
  people: {
    about: { one: '# persona aquí', other: '# personas aquí' },
    add: 'Agregar persona',
    change: 'Editar',
    changeOf: (name) => `Editar a ${name}`,
    invite: 'Enlace de invitación',
    inviteOf: (name) => `Enlace de invitación para ${name}`,
    inviteLink: 'Enlace, sirve una sola vez',
    inviteHint: (until) => `Envíaselo tú a la persona. Funciona una vez, hasta ${until}.`,
    perDay: 'Leads nuevos por día',
    perDayHint: 'El reparto no pasa de esto por día hábil. Vacío: sin límite.',
    noLimit: 'sin límite',
    email: 'Correo del acceso de la empresa',
    emailHint: 'Solo se guarda una huella. Vacío: queda como está.',
    hours: 'Horario propio',
    hoursHint: 'Sin horario propio vale el del equipo, o el de cada plazo.',
    leaves: 'Deja el equipo',
    leavesHint:
      'Sale de todos los dispositivos al instante. Lo que hizo queda registrado; sus leads pueden pasar a otros.',
    comesBack: 'Volvió',
    away: (until) => `ausente hasta ${until}`,
    left: 'se fue',
    showLeft: 'Mostrar quién se fue',
    roleHints: {
      admin: 'Todo, incluso personas y publicación.',
      manager: 'Todos los leads y las cifras de su lado; redacta y decide.',
      marketer: 'Todos los leads, orígenes y campañas; redacta el acuerdo.',
      sdr: 'Leads propios y sin responsable; registra intentos y responde traspasos.',
    },
  },
  teams: {
    about: 'El reparto entrega a los equipos; quien gestiona el equipo se entera de los retrasos.',
    add: 'Agregar equipo',
    changeOf: (name) => `Editar el equipo ${name}`,
    manager: 'Gestión',
    nobody: 'Nadie',
    members: 'Personas',
    empty: 'Todavía no hay equipos. El reparto necesita uno para entregar leads.',
  },
  absences: {
    about: 'Quien está ausente no recibe leads nuevos y sus plazos propios esperan. Los del equipo, no.',
    add: 'Alguien se ausenta',
    who: 'Quién',
    from: 'Desde',
    until: 'Vuelve el',
    reason: 'Motivo',
    reasonHint: 'Solo lo ven la persona y la gestión. Puede quedar vacío.',
    end: 'Volvió',
    endOf: (name) => `${name} volvió`,
    give: 'Pasar sus leads a otros',
    giveOf: (name) => `Pasar los leads de ${name} a otros`,
    waiting: { one: '# lead espera a esa persona', other: '# leads esperan a esa persona' },
    given: { one: '# lead pasó a otra persona.', other: '# leads pasaron a otras personas.' },
    stayed: {
      one: '# se quedó: nadie más podía tomarlo.',
      other: '# se quedaron: nadie más podía tomarlos.',
    },
    empty: 'Nadie está ni estará ausente.',
  },
  closures: {
    about:
      'Una tormenta, un apagón, una huelga: los plazos que pasaban por ahí se mueven, y lo que venció por eso se corrige. Los feriados previstos van en el calendario del acuerdo.',
    add: 'Declarar cerrado',
    whom: 'Para quién',
    everybody: 'Todo el espacio de trabajo',
    start: 'Cerrado desde',
    end: 'Reabre',
    reason: 'Motivo',
    reasonHint: 'Todos lo leen junto a los plazos que movió.',
    withdraw: 'Reabrir ahora',
    withdrawn: 'retirado',
    by: (name) => `declarado por ${name}`,
    empty: 'Nunca se cerró nada fuera de lo previsto.',
    looking: 'Cada lead se mira de nuevo; sus plazos siguen en un momento.',
  },
  devices: {
    about: 'Navegadores que actúan por ti. Revoca lo que ya no usas o no conoces.',
    device: 'Dispositivo',
    seen: 'Visto por última vez',
    since: 'Desde',
    here: 'este',
    kinds: { token: 'Extensión', session: 'Panel' },
    revoke: 'Revocar',
    revokeOf: (label, name) => `Revocar ${label} de ${name}`,
    revokeAll: 'Salir de todos',
    revokedAll: 'Se cerró la sesión en todos tus dispositivos.',
    feed: 'Agenda',
    feedAbout: 'Lo que debes y para cuándo, en tu propia agenda: horas y enlaces, sin nombres.',
    makeFeed: 'Crear dirección nueva',
    feedLink: 'Dirección privada',
    feedHint: 'Se muestra una vez. Quien la tiene lee tus plazos; una nueva la reemplaza.',
    closeFeed: 'Cerrar la agenda',
    feedClosed: 'La agenda está cerrada.',
  },
};

const WORDS: Readonly<Record<Language, TeamWords>> = { en, 'pt-BR': ptBR, es };

export function teamWords(language: Language): TeamWords {
  return WORDS[language];
}
