/** What the room "Today" says: both teams' promises, with what they are worth. */
import type { Language } from '../lead/vocabulary.ts';
import type { Forms } from './format.ts';

export type PeriodName = 'week' | 'month' | 'lastMonth' | 'quarter' | 'last90';

export interface TodayWords {
  readonly title: (date: string) => string;
  readonly agreement: (version: number) => string;
  readonly signed: string;
  readonly trial: string;
  readonly asOf: (time: string) => string;
  readonly filters: {
    readonly label: string;
    readonly team: string;
    readonly person: string;
    readonly segment: string;
    readonly source: string;
    readonly period: string;
    readonly everyTeam: string;
    readonly everybody: string;
    readonly everySegment: string;
    readonly everySource: string;
    readonly nobody: string;
    readonly periods: Readonly<Record<PeriodName, string>>;
  };
  readonly firstResponse: string;
  readonly worked: string;
  readonly delivered: (stage: string) => string;
  readonly median: string;
  readonly target: (value: string) => string;
  readonly n: (n: string) => string;
  readonly none: string;
  readonly settled: (n: string, open: string) => string;
  readonly pace: (projected: string, target: string) => string;
  readonly accepted: (share: string, n: string) => string;
  readonly openTime: (machine: string, person: string) => string;
  /** Difference from the period before. */
  readonly points: (difference: string) => string;
  readonly faster: (time: string) => string;
  readonly slower: (time: string) => string;
  readonly same: string;
  readonly few: string;
  readonly pacing: {
    readonly title: (stage: string) => string;
    readonly about: string;
    readonly noTarget: string;
    readonly now: (actual: string, difference: string | null) => string;
    readonly date: string;
    readonly actual: string;
    readonly agreed: string;
    readonly expected: string;
  };
  readonly funnel: {
    readonly title: string;
    readonly about: string;
    readonly stage: string;
    readonly owner: string;
    readonly share: string;
    readonly leads: string;
    readonly passes: string;
    readonly owners: Readonly<Record<'marketing' | 'shared' | 'sales', string>>;
  };
  readonly now: {
    readonly title: string;
    readonly late: Forms;
    readonly missed: Forms;
    readonly atRisk: Forms;
    readonly dueToday: Forms;
    readonly nothing: string;
    readonly lead: string;
    readonly owner: string;
    readonly due: string;
    readonly unowned: string;
    readonly states: Readonly<Record<'late' | 'risk' | 'next', string>>;
  };
  readonly people: {
    readonly title: string;
    readonly about: string;
    readonly person: string;
    readonly inTime: string;
    readonly attempts: string;
    readonly closed: string;
    readonly nobody: string;
  };
  readonly returns: {
    readonly title: string;
    readonly accepted: Forms;
    readonly returned: Forms;
    readonly contested: Forms;
    readonly overturned: Forms;
    readonly reason: string;
    readonly leads: string;
    readonly noReason: string;
    readonly nothing: string;
  };
  readonly empty: { readonly title: string; readonly text: string };
}

const en: TodayWords = {
  title: (date) => `Today, ${date}`,
  agreement: (version) => `agreement v${version}`,
  signed: 'signed by both sides',
  trial: 'trial: nothing counts against anybody yet',
  asOf: (time) => `as of ${time}`,
  filters: {
    label: 'What is counted',
    team: 'Team',
    person: 'Person',
    segment: 'Segment',
    source: 'Source',
    period: 'Period',
    everyTeam: 'Every team',
    everybody: 'Everybody',
    everySegment: 'Every segment',
    everySource: 'Every source',
    nobody: 'Nobody’s',
    periods: {
      week: 'This week',
      month: 'This month',
      lastMonth: 'Last month',
      quarter: 'This quarter',
      last90: 'Last 90 days',
    },
  },
  firstResponse: 'First response in time',
  worked: 'Leads worked',
  delivered: (stage) => `${stage}s delivered`,
  median: 'Median response',
  target: (value) => `target ${value}`,
  n: (n) => `n = ${n}`,
  none: 'none yet',
  settled: (n, open) => `n = ${n} settled · ${open} in progress`,
  pace: (projected, target) => `pace ${projected} / ${target}`,
  accepted: (share, n) => `accepted by sales: ${share} (n = ${n})`,
  openTime: (machine, person) => `open time · machine ${machine}, person ${person}`,
  points: (difference) => `${difference} points against the period before`,
  faster: (time) => `${time} less than the period before`,
  slower: (time) => `${time} more than the period before`,
  same: 'as in the period before',
  few: 'too few to judge by',
  pacing: {
    title: (stage) => `Marketing: ${stage}s against what was agreed`,
    about: 'open days only',
    noTarget: 'The agreement has no target for this period: only what was delivered is drawn.',
    now: (actual, difference) =>
      difference === null ? `${actual} so far` : `${actual} so far (${difference})`,
    date: 'Date',
    actual: 'Delivered',
    agreed: 'Agreed',
    expected: 'expected by this pace',
  },
  funnel: {
    title: 'Funnel and owners',
    about: 'leads captured in the period, how far they came',
    stage: 'Stage',
    owner: 'Answers for it',
    share: 'Share of all',
    leads: 'Leads',
    passes: 'Goes on',
    owners: { marketing: 'Marketing', shared: 'Both', sales: 'Sales' },
  },
  now: {
    title: 'Needs somebody now',
    late: { one: '# late', other: '# late' },
    missed: { one: '# missed today', other: '# missed today' },
    atRisk: { one: '# at risk', other: '# at risk' },
    dueToday: { one: '# due today', other: '# due today' },
    nothing: 'Nothing is late, at risk or due. Well done.',
    lead: 'Lead',
    owner: 'Owner',
    due: 'Due',
    unowned: 'nobody’s',
    states: { late: 'Late', risk: 'At risk', next: 'Due next' },
  },
  people: {
    title: 'Promises kept, by person',
    about: 'within each one’s own hours',
    person: 'Person',
    inTime: 'In time',
    attempts: 'Tries/lead',
    closed: 'Figures of people are for themselves and for the manager of their side.',
    nobody: 'No promise fell due in this period.',
  },
  returns: {
    title: 'What sales answered',
    accepted: { one: '# accepted', other: '# accepted' },
    returned: { one: '# returned', other: '# returned' },
    contested: { one: '# contested', other: '# contested' },
    overturned: { one: '# overturned', other: '# overturned' },
    reason: 'Reason',
    leads: 'Returns',
    noReason: 'No reason given',
    nothing: 'Nothing came back in this period.',
  },
  empty: {
    title: 'No leads yet',
    text: 'Import a list, connect a form or your CRM, or log a first attempt with the extension: the figures begin with the first lead.',
  },
};

const ptBR: TodayWords = {
  title: (date) => `Hoje, ${date}`,
  agreement: (version) => `acordo v${version}`,
  signed: 'assinado pelos dois lados',
  trial: 'ensaio: nada conta contra ninguém ainda',
  asOf: (time) => `às ${time}`,
  filters: {
    label: 'O que é contado',
    team: 'Equipe',
    person: 'Pessoa',
    segment: 'Segmento',
    source: 'Origem',
    period: 'Período',
    everyTeam: 'Todas as equipes',
    everybody: 'Todos',
    everySegment: 'Todos os segmentos',
    everySource: 'Todas as origens',
    nobody: 'Sem responsável',
    periods: {
      week: 'Esta semana',
      month: 'Este mês',
      lastMonth: 'Mês passado',
      quarter: 'Este trimestre',
      last90: 'Últimos 90 dias',
    },
  },
  firstResponse: 'Primeira resposta no prazo',
  worked: 'Leads trabalhados',
  delivered: (stage) => `${stage}s entregues`,
  median: 'Resposta mediana',
  target: (value) => `meta ${value}`,
  n: (n) => `n = ${n}`,
  none: 'ainda nenhum',
  settled: (n, open) => `n = ${n} encerrados · ${open} em andamento`,
  pace: (projected, target) => `ritmo ${projected} / ${target}`,
  accepted: (share, n) => `aceitos por vendas: ${share} (n = ${n})`,
  openTime: (machine, person) => `úteis · máquina ${machine}, pessoa ${person}`,
  points: (difference) => `${difference} pontos em relação ao período anterior`,
  faster: (time) => `${time} menos que no período anterior`,
  slower: (time) => `${time} mais que no período anterior`,
  same: 'como no período anterior',
  few: 'poucos para julgar',
  pacing: {
    title: (stage) => `Marketing: ${stage}s contra o combinado`,
    about: 'só dias úteis',
    noTarget: 'O acordo não tem meta para este período: só o que foi entregue está desenhado.',
    now: (actual, difference) =>
      difference === null ? `${actual} até agora` : `${actual} até agora (${difference})`,
    date: 'Data',
    actual: 'Entregues',
    agreed: 'Combinado',
    expected: 'esperado neste ritmo',
  },
  funnel: {
    title: 'Funil e responsáveis',
    about: 'leads captados no período, até onde chegaram',
    stage: 'Etapa',
    owner: 'Quem responde',
    share: 'Parte do total',
    leads: 'Leads',
    passes: 'Passa',
    owners: { marketing: 'Marketing', shared: 'Ambos', sales: 'Vendas' },
  },
  now: {
    title: 'Precisa de alguém agora',
    late: { one: '# atrasado', other: '# atrasados' },
    missed: { one: '# vencido hoje', other: '# vencidos hoje' },
    atRisk: { one: '# vencendo', other: '# vencendo' },
    dueToday: { one: '# vence hoje', other: '# vencem hoje' },
    nothing: 'Nada está atrasado, vencendo ou para vencer. Muito bem.',
    lead: 'Lead',
    owner: 'Responsável',
    due: 'Prazo',
    unowned: 'sem responsável',
    states: { late: 'Atrasado', risk: 'Vencendo', next: 'Próximo' },
  },
  people: {
    title: 'Prazos por pessoa',
    about: 'dentro das horas de cada um',
    person: 'Pessoa',
    inTime: 'No prazo',
    attempts: 'Tent./lead',
    closed: 'Números de pessoas são para elas mesmas e para o gestor do seu lado.',
    nobody: 'Nenhum prazo venceu neste período.',
  },
  returns: {
    title: 'Devolutivas: o que vendas respondeu',
    accepted: { one: '# aceito', other: '# aceitos' },
    returned: { one: '# devolvido', other: '# devolvidos' },
    contested: { one: '# contestado', other: '# contestados' },
    overturned: { one: '# revertido', other: '# revertidos' },
    reason: 'Motivo',
    leads: 'Devoluções',
    noReason: 'Sem motivo',
    nothing: 'Nada voltou neste período.',
  },
  empty: {
    title: 'Ainda não há leads',
    text: 'Importe uma lista, conecte um formulário ou o seu CRM, ou registre a primeira tentativa pela extensão: os números começam com o primeiro lead.',
  },
};

const es: TodayWords = {
  title: (date) => `Hoy, ${date}`,
  agreement: (version) => `acuerdo v${version}`,
  signed: 'firmado por ambos lados',
  trial: 'ensayo: nada cuenta en contra de nadie todavía',
  asOf: (time) => `a las ${time}`,
  filters: {
    label: 'Qué se cuenta',
    team: 'Equipo',
    person: 'Persona',
    segment: 'Segmento',
    source: 'Origen',
    period: 'Período',
    everyTeam: 'Todos los equipos',
    everybody: 'Todos',
    everySegment: 'Todos los segmentos',
    everySource: 'Todos los orígenes',
    nobody: 'Sin responsable',
    periods: {
      week: 'Esta semana',
      month: 'Este mes',
      lastMonth: 'Mes pasado',
      quarter: 'Este trimestre',
      last90: 'Últimos 90 días',
    },
  },
  firstResponse: 'Primera respuesta a tiempo',
  worked: 'Leads trabajados',
  delivered: (stage) => `${stage} entregados`,
  median: 'Respuesta mediana',
  target: (value) => `meta ${value}`,
  n: (n) => `n = ${n}`,
  none: 'ninguno aún',
  settled: (n, open) => `n = ${n} cerrados · ${open} en curso`,
  pace: (projected, target) => `ritmo ${projected} / ${target}`,
  accepted: (share, n) => `aceptados por ventas: ${share} (n = ${n})`,
  openTime: (machine, person) => `hábiles · máquina ${machine}, persona ${person}`,
  points: (difference) => `${difference} puntos respecto al período anterior`,
  faster: (time) => `${time} menos que en el período anterior`,
  slower: (time) => `${time} más que en el período anterior`,
  same: 'como en el período anterior',
  few: 'muy pocos para juzgar',
  pacing: {
    title: (stage) => `Marketing: ${stage} frente a lo acordado`,
    about: 'solo días hábiles',
    noTarget: 'El acuerdo no tiene meta para este período: solo se dibuja lo entregado.',
    now: (actual, difference) =>
      difference === null ? `${actual} hasta ahora` : `${actual} hasta ahora (${difference})`,
    date: 'Fecha',
    actual: 'Entregados',
    agreed: 'Acordado',
    expected: 'esperado a este ritmo',
  },
  funnel: {
    title: 'Embudo y responsables',
    about: 'leads captados en el período, hasta dónde llegaron',
    stage: 'Etapa',
    owner: 'Quién responde',
    share: 'Parte del total',
    leads: 'Leads',
    passes: 'Pasa',
    owners: { marketing: 'Marketing', shared: 'Ambos', sales: 'Ventas' },
  },
  now: {
    title: 'Necesita a alguien ahora',
    late: { one: '# atrasado', other: '# atrasados' },
    missed: { one: '# vencido hoy', other: '# vencidos hoy' },
    atRisk: { one: '# por vencer', other: '# por vencer' },
    dueToday: { one: '# vence hoy', other: '# vencen hoy' },
    nothing: 'Nada está atrasado, por vencer ni pendiente. Muy bien.',
    lead: 'Lead',
    owner: 'Responsable',
    due: 'Plazo',
    unowned: 'sin responsable',
    states: { late: 'Atrasado', risk: 'Por vencer', next: 'Próximo' },
  },
  people: {
    title: 'Plazos por persona',
    about: 'dentro de las horas de cada uno',
    person: 'Persona',
    inTime: 'A tiempo',
    attempts: 'Int./lead',
    closed: 'Las cifras de personas son para ellas mismas y para el gerente de su lado.',
    nobody: 'Ningún plazo venció en este período.',
  },
  returns: {
    title: 'Qué respondió ventas',
    accepted: { one: '# aceptado', other: '# aceptados' },
    returned: { one: '# devuelto', other: '# devueltos' },
    contested: { one: '# impugnado', other: '# impugnados' },
    overturned: { one: '# revertido', other: '# revertidos' },
    reason: 'Motivo',
    leads: 'Devoluciones',
    noReason: 'Sin motivo',
    nothing: 'Nada volvió en este período.',
  },
  empty: {
    title: 'Aún no hay leads',
    text: 'Importa una lista, conecta un formulario o tu CRM, o registra un primer intento con la extensión: las cifras empiezan con el primer lead.',
  },
};

const WORDS: Readonly<Record<Language, TodayWords>> = { en, 'pt-BR': ptBR, es };

export function todayWords(language: Language): TodayWords {
  return WORDS[language];
}
