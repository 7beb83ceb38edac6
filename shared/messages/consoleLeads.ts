/** What the room "Leads" says: the table, its filters, what is done to many at once, days gone by. */
import type { ReportName } from '../protocol/reports.ts';
import type { ClockFilter, LeadSort } from '../protocol/leads.ts';
import type { Language } from '../lead/vocabulary.ts';
import type { Forms } from './format.ts';

export interface LeadsWords {
  readonly filters: {
    readonly label: string;
    readonly text: string;
    readonly stage: string;
    readonly everyStage: string;
    readonly clock: string;
    readonly everyClock: string;
    readonly clocks: Readonly<Record<ClockFilter, string>>;
    readonly owner: string;
    readonly everybody: string;
    readonly nobody: string;
    readonly segment: string;
    readonly everySegment: string;
    readonly source: string;
    readonly everySource: string;
    readonly backlog: string;
    readonly sort: string;
    readonly sorts: Readonly<Record<LeadSort, string>>;
    readonly reset: string;
  };
  readonly columns: {
    readonly select: (name: string) => string;
    readonly selectAll: string;
    readonly lead: string;
    readonly stage: string;
    readonly score: string;
    readonly clock: string;
    readonly owner: string;
    readonly segment: string;
    readonly source: string;
  };
  readonly table: string;
  readonly unowned: string;
  readonly noClock: string;
  readonly backlogged: string;
  readonly late: string;
  readonly atRisk: string;
  readonly paused: string;
  /** Of a list that goes on. */
  readonly shown: Forms;
  readonly shownSoFar: Forms;
  readonly none: { readonly title: string; readonly text: string };
  readonly behind: (report: string) => string;
  readonly reports: Readonly<Record<ReportName, string>>;
  readonly allLeads: string;
  readonly deeds: {
    readonly selected: Forms;
    readonly label: string;
    readonly assign: string;
    readonly toNobody: string;
    readonly accept: string;
    readonly snooze: string;
    readonly release: string;
    readonly until: string;
    readonly reason: string;
    readonly perOwner: string;
    readonly wouldRelease: (leads: string, days: string) => string;
    readonly start: string;
    readonly doing: Forms;
    readonly soon: (what: string, seconds: string) => string;
    readonly assigned: Forms;
    readonly accepted: Forms;
    readonly snoozed: Forms;
    readonly released: Forms;
    readonly undone: string;
    readonly cancelled: string;
    readonly failed: Forms;
  };
  readonly card: {
    readonly close: string;
    readonly loading: string;
    readonly gone: string;
    readonly day: string;
    readonly today: string;
    readonly as: (date: string, version: number) => string;
    readonly knownThen: string;
    readonly knownNow: string;
    readonly known: string;
    readonly notYet: string;
    readonly back: string;
  };
}

const en: LeadsWords = {
  filters: {
    label: 'Which leads',
    text: 'Name, company or e-mail',
    stage: 'Stage',
    everyStage: 'Every stage',
    clock: 'Clock',
    everyClock: 'Any clock',
    clocks: { running: 'Running', at_risk: 'At risk', breached: 'Late', paused: 'Paused', none: 'No clock' },
    owner: 'Owner',
    everybody: 'Every owner',
    nobody: 'Nobody’s',
    segment: 'Segment',
    everySegment: 'Every segment',
    source: 'Source',
    everySource: 'Every source',
    backlog: 'Backlog only',
    sort: 'Order',
    sorts: {
      due: 'Due first',
      score: 'Best score first',
      '-updated': 'Changed last first',
      updated: 'Changed longest ago first',
      id: 'Oldest first',
    },
    reset: 'Clear filters',
  },
  columns: {
    select: (name) => `Select ${name}`,
    selectAll: 'Select all that are listed',
    lead: 'Lead',
    stage: 'Stage',
    score: 'Score',
    clock: 'Clock',
    owner: 'Owner',
    segment: 'Segment',
    source: 'Source',
  },
  table: 'Leads',
  unowned: 'nobody’s',
  noClock: '–',
  backlogged: 'backlog',
  late: 'late since',
  atRisk: 'at risk, due',
  paused: 'paused',
  shown: { one: '# lead', other: '# leads' },
  shownSoFar: { one: 'the first #', other: 'the first #' },
  none: { title: 'No lead is like this', text: 'Take a filter away, or look for something else.' },
  behind: (report) => `Leads behind a number of “${report}”`,
  reports: {
    today: 'Needs somebody now',
    compliance: 'Promises kept',
    speed: 'Speed to lead',
    funnel: 'Funnel',
    worked: 'Leads worked',
    attempts: 'Tries per lead',
    dispositions: 'What sales answered',
    recycled: 'Returned that came back',
    leaks: 'Leaks',
    capacity: 'Capacity',
    goals: 'Goals',
    pacing: 'Delivered',
    effect: 'Effect of a version',
    quota: 'Quota',
  },
  allLeads: 'All leads',
  deeds: {
    selected: { one: '# selected', other: '# selected' },
    label: 'What to do with those selected',
    assign: 'Give to…',
    toNobody: 'Nobody',
    accept: 'Accept',
    snooze: 'Snooze',
    release: 'Release the backlog',
    until: 'Until',
    reason: 'Reason',
    perOwner: 'Leads per owner and open day',
    wouldRelease: (leads, days) => `${leads} leads, done in ${days} open days.`,
    start: 'Start',
    doing: { one: 'Working on # lead…', other: 'Working on # leads…' },
    soon: (what, seconds) => `${what}: in ${seconds} s`,
    assigned: { one: '# lead given', other: '# leads given' },
    accepted: { one: '# lead accepted', other: '# leads accepted' },
    snoozed: { one: '# lead snoozed', other: '# leads snoozed' },
    released: { one: 'Releasing # lead', other: 'Releasing # leads' },
    undone: 'Undone.',
    cancelled: 'Not done.',
    failed: { one: '# could not be done', other: '# could not be done' },
  },
  card: {
    close: 'Close the card',
    loading: 'Reading the lead…',
    gone: 'This lead is not here: it was removed or merged, or you may not see it.',
    day: 'See it as of',
    today: 'Now',
    as: (date, version) =>
      `As of the end of ${date}, by agreement v${version} of that day. Nothing can be changed here.`,
    knownThen: 'as it was known then',
    knownNow: 'as it is known today',
    known: 'Known',
    notYet: 'Nobody knew of this lead on that day.',
    back: 'Back to the list',
  },
};

const ptBR: LeadsWords = {
  filters: {
    label: 'Quais leads',
    text: 'Nome, empresa ou e-mail',
    stage: 'Etapa',
    everyStage: 'Todas as etapas',
    clock: 'Prazo',
    everyClock: 'Qualquer prazo',
    clocks: {
      running: 'Correndo',
      at_risk: 'Vencendo',
      breached: 'Atrasado',
      paused: 'Pausado',
      none: 'Sem prazo',
    },
    owner: 'Responsável',
    everybody: 'Todos os responsáveis',
    nobody: 'Sem responsável',
    segment: 'Segmento',
    everySegment: 'Todos os segmentos',
    source: 'Origem',
    everySource: 'Todas as origens',
    backlog: 'Só o estoque',
    sort: 'Ordem',
    sorts: {
      due: 'Vence primeiro',
      score: 'Maior pontuação',
      '-updated': 'Mudou por último',
      updated: 'Há mais tempo sem mudar',
      id: 'Mais antigo',
    },
    reset: 'Limpar filtros',
  },
  columns: {
    select: (name) => `Selecionar ${name}`,
    selectAll: 'Selecionar todos os listados',
    lead: 'Lead',
    stage: 'Etapa',
    score: 'Pontos',
    clock: 'Prazo',
    owner: 'Responsável',
    segment: 'Segmento',
    source: 'Origem',
  },
  table: 'Leads',
  unowned: 'sem responsável',
  noClock: '–',
  backlogged: 'estoque',
  late: 'atrasado desde',
  atRisk: 'vencendo, vence',
  paused: 'pausado',
  shown: { one: '# lead', other: '# leads' },
  shownSoFar: { one: 'o primeiro', other: 'os primeiros #' },
  none: { title: 'Nenhum lead é assim', text: 'Tire um filtro ou procure outra coisa.' },
  behind: (report) => `Leads por trás de um número de “${report}”`,
  reports: {
    today: 'Precisa de alguém agora',
    compliance: 'Prazos cumpridos',
    speed: 'Velocidade de resposta',
    funnel: 'Funil',
    worked: 'Leads trabalhados',
    attempts: 'Tentativas por lead',
    dispositions: 'O que vendas respondeu',
    recycled: 'Devolvidos que voltaram',
    leaks: 'Vazamentos',
    capacity: 'Capacidade',
    goals: 'Metas',
    pacing: 'Entregues',
    effect: 'Efeito de uma versão',
    quota: 'Cota',
  },
  allLeads: 'Todos os leads',
  deeds: {
    selected: { one: '# selecionado', other: '# selecionados' },
    label: 'O que fazer com os selecionados',
    assign: 'Passar para…',
    toNobody: 'Ninguém',
    accept: 'Aceitar',
    snooze: 'Adiar',
    release: 'Liberar o estoque',
    until: 'Até',
    reason: 'Motivo',
    perOwner: 'Leads por responsável e dia útil',
    wouldRelease: (leads, days) => `${leads} leads, em ${days} dias úteis.`,
    start: 'Começar',
    doing: { one: 'Trabalhando em # lead…', other: 'Trabalhando em # leads…' },
    soon: (what, seconds) => `${what}: em ${seconds} s`,
    assigned: { one: '# lead passado', other: '# leads passados' },
    accepted: { one: '# lead aceito', other: '# leads aceitos' },
    snoozed: { one: '# lead adiado', other: '# leads adiados' },
    released: { one: 'Liberando # lead', other: 'Liberando # leads' },
    undone: 'Desfeito.',
    cancelled: 'Não foi feito.',
    failed: { one: '# não pôde ser feito', other: '# não puderam ser feitos' },
  },
  card: {
    close: 'Fechar o cartão',
    loading: 'Lendo o lead…',
    gone: 'Este lead não está aqui: foi removido ou unido a outro, ou você não pode ver.',
    day: 'Ver como estava em',
    today: 'Agora',
    as: (date, version) =>
      `Como estava no fim de ${date}, pelo acordo v${version} daquele dia. Aqui nada pode ser mudado.`,
    knownThen: 'como se sabia então',
    knownNow: 'como se sabe hoje',
    known: 'Sabido',
    notYet: 'Ninguém conhecia este lead naquele dia.',
    back: 'Voltar à lista',
  },
};

const es: LeadsWords = {
  filters: {
    label: 'Qué leads',
    text: 'Nombre, empresa o correo',
    stage: 'Etapa',
    everyStage: 'Todas las etapas',
    clock: 'Plazo',
    everyClock: 'Cualquier plazo',
    clocks: {
      running: 'En curso',
      at_risk: 'Por vencer',
      breached: 'Atrasado',
      paused: 'En pausa',
      none: 'Sin plazo',
    },
    owner: 'Responsable',
    everybody: 'Todos los responsables',
    nobody: 'Sin responsable',
    segment: 'Segmento',
    everySegment: 'Todos los segmentos',
    source: 'Origen',
    everySource: 'Todos los orígenes',
    backlog: 'Solo pendientes',
    sort: 'Orden',
    sorts: {
      due: 'Vence primero',
      score: 'Mejor puntaje',
      '-updated': 'Cambió al último',
      updated: 'Hace más tiempo sin cambios',
      id: 'Más antiguo',
    },
    reset: 'Quitar filtros',
  },
  columns: {
    select: (name) => `Seleccionar ${name}`,
    selectAll: 'Seleccionar todos los listados',
    lead: 'Lead',
    stage: 'Etapa',
    score: 'Puntaje',
    clock: 'Plazo',
    owner: 'Responsable',
    segment: 'Segmento',
    source: 'Origen',
  },
  table: 'Leads',
  unowned: 'sin responsable',
  noClock: '–',
  backlogged: 'pendiente',
  late: 'atrasado desde',
  atRisk: 'por vencer, vence',
  paused: 'en pausa',
  shown: { one: '# lead', other: '# leads' },
  shownSoFar: { one: 'el primero', other: 'los primeros #' },
  none: { title: 'Ningún lead es así', text: 'Quita un filtro o busca otra cosa.' },
  behind: (report) => `Leads detrás de una cifra de «${report}»`,
  reports: {
    today: 'Necesita a alguien ahora',
    compliance: 'Plazos cumplidos',
    speed: 'Velocidad de respuesta',
    funnel: 'Embudo',
    worked: 'Leads trabajados',
    attempts: 'Intentos por lead',
    dispositions: 'Qué respondió ventas',
    recycled: 'Devueltos que volvieron',
    leaks: 'Fugas',
    capacity: 'Capacidad',
    goals: 'Metas',
    pacing: 'Entregados',
    effect: 'Efecto de una versión',
    quota: 'Cuota',
  },
  allLeads: 'Todos los leads',
  deeds: {
    selected: { one: '# seleccionado', other: '# seleccionados' },
    label: 'Qué hacer con los seleccionados',
    assign: 'Pasar a…',
    toNobody: 'Nadie',
    accept: 'Aceptar',
    snooze: 'Posponer',
    release: 'Liberar los pendientes',
    until: 'Hasta',
    reason: 'Motivo',
    perOwner: 'Leads por responsable y día hábil',
    wouldRelease: (leads, days) => `${leads} leads, en ${days} días hábiles.`,
    start: 'Empezar',
    doing: { one: 'Trabajando en # lead…', other: 'Trabajando en # leads…' },
    soon: (what, seconds) => `${what}: en ${seconds} s`,
    assigned: { one: '# lead pasado', other: '# leads pasados' },
    accepted: { one: '# lead aceptado', other: '# leads aceptados' },
    snoozed: { one: '# lead pospuesto', other: '# leads pospuestos' },
    released: { one: 'Liberando # lead', other: 'Liberando # leads' },
    undone: 'Deshecho.',
    cancelled: 'No se hizo.',
    failed: { one: '# no se pudo hacer', other: '# no se pudieron hacer' },
  },
  card: {
    close: 'Cerrar la tarjeta',
    loading: 'Leyendo el lead…',
    gone: 'Este lead no está aquí: se quitó o se unió a otro, o no puedes verlo.',
    day: 'Ver cómo estaba el',
    today: 'Ahora',
    as: (date, version) =>
      `Como estaba al final del ${date}, según el acuerdo v${version} de ese día. Aquí nada se puede cambiar.`,
    knownThen: 'como se sabía entonces',
    knownNow: 'como se sabe hoy',
    known: 'Sabido',
    notYet: 'Nadie conocía este lead ese día.',
    back: 'Volver a la lista',
  },
};

const WORDS: Readonly<Record<Language, LeadsWords>> = { en, 'pt-BR': ptBR, es };

export function leadsWords(language: Language): LeadsWords {
  return WORDS[language];
}
