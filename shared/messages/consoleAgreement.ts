/** What the room "Agreement" says around the agreement itself, so that it can be read aloud. */
import type { Language } from '../lead/vocabulary.ts';
import type { Metric } from '../target/metrics.ts';

export interface AgreementWords {
  readonly version: (version: number) => string;
  readonly inForce: (date: string) => string;
  readonly older: (date: string) => string;
  readonly later: (date: string) => string;
  readonly trial: string;
  readonly which: string;
  readonly inForceNow: string;
  readonly contents: string;
  readonly none: string;
  readonly sections: {
    readonly stages: string;
    readonly scoring: string;
    readonly promises: string;
    readonly handoff: string;
    readonly targets: string;
    readonly who: string;
    readonly hours: string;
    readonly signatures: string;
    readonly history: string;
  };
  readonly stages: {
    readonly about: string;
    readonly owner: Readonly<Record<'marketing' | 'shared' | 'sales', string>>;
    readonly enter: Readonly<Record<'automatic' | 'decision' | 'integration', string>>;
    readonly when: (criteria: string) => string;
    readonly fast: (signals: string) => string;
    readonly examples: string;
    readonly not: string;
  };
  readonly scoring: {
    readonly about: (min: string, max: string) => string;
    readonly group: (label: string, min: string, max: string) => string;
    readonly rule: string;
    readonly points: string;
    readonly how: string;
    readonly each: string;
    readonly once: string;
    readonly within: (days: string) => string;
    readonly bands: string;
    readonly fit: string;
    readonly engagement: string;
    readonly from: (points: string) => string;
  };
  readonly promises: {
    readonly about: string;
    readonly levels: Readonly<Record<'account' | 'segment' | 'default', string>>;
    readonly promise: string;
    readonly party: string;
    readonly when: string;
    readonly target: string;
    readonly hours: string;
    readonly steps: string;
    readonly parties: Readonly<Record<'marketing' | 'sales' | 'neutral', string>>;
    readonly always: string;
    readonly pauses: string;
  };
  readonly handoff: {
    readonly opens: (stage: string) => string;
    readonly accepted: (stage: string) => string;
    readonly brief: (fields: string) => string;
    readonly reasons: string;
    readonly recycled: string;
    readonly disqualified: string;
    readonly unreachable: (attempts: string, dates: string, channels: string, days: string) => string;
    readonly contest: (days: string) => string;
    readonly referee: (name: string) => string;
    readonly snooze: (times: string, days: string, reasons: string) => string;
    readonly work: (days: string) => string;
    readonly afterTries: string;
  };
  readonly targets: {
    readonly goal: string;
    readonly target: string;
    readonly side: string;
    readonly per: Readonly<Record<'week' | 'month' | 'quarter', string>>;
    readonly metrics: Readonly<Record<Metric, string>>;
    readonly quotas: (segment: string, amount: string) => string;
    readonly none: string;
    readonly meets: Readonly<Record<'week' | 'month' | 'quarter', string>>;
    readonly reviews: Readonly<Record<'month' | 'quarter' | 'year', string>>;
  };
  readonly who: {
    readonly segments: string;
    readonly exclusions: string;
    readonly personas: string;
    readonly routes: string;
    readonly is: (name: string, criteria: string) => string;
    readonly goesTo: (team: string, criteria: string | null) => string;
  };
  readonly hours: {
    readonly zone: (zone: string) => string;
    readonly holidays: string;
    readonly open: string;
  };
  readonly signed: (name: string, side: string, when: string) => string;
  readonly unsigned: string;
  readonly asked: (name: string, side: string) => string;
  readonly history: {
    readonly by: (name: string, date: string) => string;
    readonly first: string;
    readonly changes: string;
    readonly same: string;
  };
}

const en: AgreementWords = {
  version: (version) => `v${version}`,
  inForce: (date) => `in force since ${date}`,
  older: (date) => `was in force from ${date}`,
  later: (date) => `takes effect on ${date}`,
  trial: 'Not signed by both sides yet: a trial, in which nothing counts against anybody.',
  which: 'Version',
  inForceNow: 'in force',
  contents: 'Contents',
  none: 'Nothing agreed.',
  sections: {
    stages: 'Stages',
    scoring: 'Score',
    promises: 'Promises (SLA)',
    handoff: 'Hand-off',
    targets: 'Targets and meetings',
    who: 'Whose lead it is',
    hours: 'Hours',
    signatures: 'Signatures',
    history: 'Versions',
  },
  stages: {
    about: 'From first visit to customer, in this order.',
    owner: {
      marketing: 'Marketing answers for it.',
      shared: 'Both teams answer for it.',
      sales: 'Sales answers for it.',
    },
    enter: {
      automatic: 'A lead enters by itself.',
      decision: 'A person decides that a lead enters.',
      integration: 'The CRM says when a lead enters.',
    },
    when: (criteria) => `It asks for: ${criteria}.`,
    fast: (signals) => `At once, whatever the score: ${signals}.`,
    examples: 'For example',
    not: 'But not',
  },
  scoring: {
    about: (min, max) => `A lead has between ${min} and ${max} points.`,
    group: (label, min, max) => `${label}: ${min} to ${max}`,
    rule: 'What counts',
    points: 'Points',
    how: 'How',
    each: 'each time',
    once: 'once',
    within: (days) => `within ${days} days`,
    bands: 'Bands',
    fit: 'Fit',
    engagement: 'Engagement',
    from: (points) => `from ${points} points`,
  },
  promises: {
    about:
      'What is promised for strategic accounts goes before what is promised for a segment, and that before what is promised for everybody.',
    levels: { account: 'For accounts', segment: 'For segments', default: 'For everybody' },
    promise: 'Promise',
    party: 'Owed by',
    when: 'Where',
    target: 'Within',
    hours: 'Hours',
    steps: 'Before and after',
    parties: { marketing: 'Marketing', sales: 'Sales', neutral: 'The referee' },
    always: 'every lead',
    pauses: 'stands still while the lead is snoozed',
  },
  handoff: {
    opens: (stage) => `A lead is handed to sales when it enters ${stage}.`,
    accepted: (stage) => `Accepted, it enters ${stage}.`,
    brief: (fields) => `Marketing hands over, filled in: ${fields}.`,
    reasons: 'Sales may return it for these reasons:',
    recycled: 'back to nurture',
    disqualified: 'disqualified',
    unreachable: (attempts, dates, channels, days) =>
      `“Unreachable” may be said after ${attempts} attempts on ${dates} days, by ${channels} channels, within ${days} days.`,
    contest: (days) => `Marketing may contest a return within ${days} open days.`,
    referee: (name) => `${name} decides what is contested.`,
    snooze: (times, days, reasons) =>
      `A lead may be snoozed ${times} times, ${days} open days at most, because of: ${reasons}.`,
    work: (days) => `After ${days} open days a hand-off that was not worked counts as such.`,
    afterTries: 'after the agreed tries',
  },
  targets: {
    goal: 'Goal',
    target: 'Target',
    side: 'Side',
    per: { week: 'a week', month: 'a month', quarter: 'a quarter' },
    metrics: {
      mqls: 'Leads delivered',
      sals: 'Leads accepted',
      sqls: 'Leads qualified by sales',
      acceptance_rate: 'Accepted of those answered',
      brief_completeness: 'Complete briefs',
      mql_to_sql: 'Delivered leads that are qualified',
      first_response: 'First response in time',
      worked: 'Leads worked',
      pipeline: 'Pipeline sourced',
      revenue: 'Revenue sourced',
    },
    quotas: (segment, amount) => `${segment}: quota of ${amount} per rep and month.`,
    none: 'No targets agreed yet.',
    meets: {
      week: 'Both teams meet every week.',
      month: 'Both teams meet every month.',
      quarter: 'Both teams meet every quarter.',
    },
    reviews: {
      month: 'The agreement is reviewed every month.',
      quarter: 'The agreement is reviewed every quarter.',
      year: 'The agreement is reviewed every year.',
    },
  },
  who: {
    segments: 'Segments: the first that fits',
    exclusions: 'Not leads',
    personas: 'Personas: the first that fits',
    routes: 'Whose lead it becomes: the first that fits',
    is: (name, criteria) => `${name}: ${criteria}.`,
    goesTo: (team, criteria) => (criteria === null ? `Everything else: ${team}.` : `${criteria}: ${team}.`),
  },
  hours: { zone: (zone) => `Times of ${zone}`, holidays: 'Holidays', open: 'Open' },
  signed: (name, side, when) => `${name} (${side}) signed on ${when}.`,
  unsigned: 'Nobody signed this version.',
  asked: (name, side) => `${name} (${side}) has to sign.`,
  history: {
    by: (name, date) => `${name}, ${date}`,
    first: 'The first version.',
    changes: 'What changed',
    same: 'Nothing changed in words.',
  },
};

const ptBR: AgreementWords = {
  version: (version) => `v${version}`,
  inForce: (date) => `em vigor desde ${date}`,
  older: (date) => `valeu a partir de ${date}`,
  later: (date) => `passa a valer em ${date}`,
  trial: 'Ainda sem assinatura dos dois lados: um ensaio, em que nada conta contra ninguém.',
  which: 'Versão',
  inForceNow: 'em vigor',
  contents: 'Conteúdo',
  none: 'Nada combinado.',
  sections: {
    stages: 'Etapas',
    scoring: 'Pontuação',
    promises: 'Prazos (SLA)',
    handoff: 'Passagem de bastão',
    targets: 'Metas e reuniões',
    who: 'De quem é o lead',
    hours: 'Horários',
    signatures: 'Assinaturas',
    history: 'Versões',
  },
  stages: {
    about: 'Da primeira visita ao cliente, nesta ordem.',
    owner: {
      marketing: 'Marketing responde por ela.',
      shared: 'As duas equipes respondem por ela.',
      sales: 'Vendas responde por ela.',
    },
    enter: {
      automatic: 'O lead entra sozinho.',
      decision: 'Uma pessoa decide que o lead entra.',
      integration: 'O CRM diz quando o lead entra.',
    },
    when: (criteria) => `Pede: ${criteria}.`,
    fast: (signals) => `Na hora, qualquer que seja a pontuação: ${signals}.`,
    examples: 'Por exemplo',
    not: 'Mas não',
  },
  scoring: {
    about: (min, max) => `Um lead tem de ${min} a ${max} pontos.`,
    group: (label, min, max) => `${label}: de ${min} a ${max}`,
    rule: 'O que conta',
    points: 'Pontos',
    how: 'Como',
    each: 'a cada vez',
    once: 'uma vez',
    within: (days) => `em ${days} dias`,
    bands: 'Faixas',
    fit: 'Perfil',
    engagement: 'Interesse',
    from: (points) => `a partir de ${points} pontos`,
  },
  promises: {
    about:
      'O que se promete a contas estratégicas vem antes do que se promete a um segmento, e isso antes do que se promete a todos.',
    levels: { account: 'Para contas', segment: 'Para segmentos', default: 'Para todos' },
    promise: 'Prazo',
    party: 'Quem deve',
    when: 'Onde',
    target: 'Em até',
    hours: 'Horário',
    steps: 'Antes e depois',
    parties: { marketing: 'Marketing', sales: 'Vendas', neutral: 'Mediador(a)' },
    always: 'todo lead',
    pauses: 'para enquanto o lead está adiado',
  },
  handoff: {
    opens: (stage) => `O lead passa para vendas quando entra em ${stage}.`,
    accepted: (stage) => `Aceito, entra em ${stage}.`,
    brief: (fields) => `Marketing entrega preenchidos: ${fields}.`,
    reasons: 'Vendas pode devolver por estes motivos:',
    recycled: 'volta à nutrição',
    disqualified: 'desqualificado',
    unreachable: (attempts, dates, channels, days) =>
      `“Sem contato” pode ser dito depois de ${attempts} tentativas em ${dates} dias, por ${channels} canais, dentro de ${days} dias.`,
    contest: (days) => `Marketing pode contestar uma devolução em até ${days} dias úteis.`,
    referee: (name) => `${name} decide o que é contestado.`,
    snooze: (times, days, reasons) =>
      `Um lead pode ser adiado ${times} vezes, por no máximo ${days} dias úteis, por causa de: ${reasons}.`,
    work: (days) => `Depois de ${days} dias úteis, uma passagem não trabalhada conta como tal.`,
    afterTries: 'depois das tentativas combinadas',
  },
  targets: {
    goal: 'Meta',
    target: 'Valor',
    side: 'Lado',
    per: { week: 'por semana', month: 'por mês', quarter: 'por trimestre' },
    metrics: {
      mqls: 'Leads entregues',
      sals: 'Leads aceitos',
      sqls: 'Leads qualificados por vendas',
      acceptance_rate: 'Aceitos entre os respondidos',
      brief_completeness: 'Resumos completos',
      mql_to_sql: 'Entregues que se qualificam',
      first_response: 'Primeira resposta no prazo',
      worked: 'Leads trabalhados',
      pipeline: 'Pipeline gerado',
      revenue: 'Receita gerada',
    },
    quotas: (segment, amount) => `${segment}: cota de ${amount} por vendedor ao mês.`,
    none: 'Ainda sem metas combinadas.',
    meets: {
      week: 'As duas equipes se reúnem toda semana.',
      month: 'As duas equipes se reúnem todo mês.',
      quarter: 'As duas equipes se reúnem todo trimestre.',
    },
    reviews: {
      month: 'O acordo é revisto todo mês.',
      quarter: 'O acordo é revisto todo trimestre.',
      year: 'O acordo é revisto todo ano.',
    },
  },
  who: {
    segments: 'Segmentos: o primeiro que servir',
    exclusions: 'Não são leads',
    personas: 'Personas: a primeira que servir',
    routes: 'De quem passa a ser o lead: o primeiro que servir',
    is: (name, criteria) => `${name}: ${criteria}.`,
    goesTo: (team, criteria) => (criteria === null ? `Todo o resto: ${team}.` : `${criteria}: ${team}.`),
  },
  hours: { zone: (zone) => `Horário de ${zone}`, holidays: 'Feriados', open: 'Aberto' },
  signed: (name, side, when) => `${name} (${side}) assinou em ${when}.`,
  unsigned: 'Ninguém assinou esta versão.',
  asked: (name, side) => `${name} (${side}) precisa assinar.`,
  history: {
    by: (name, date) => `${name}, ${date}`,
    first: 'A primeira versão.',
    changes: 'O que mudou',
    same: 'Nada mudou que se diga em palavras.',
  },
};

const es: AgreementWords = {
  version: (version) => `v${version}`,
  inForce: (date) => `vigente desde el ${date}`,
  older: (date) => `rigió desde el ${date}`,
  later: (date) => `rige desde el ${date}`,
  trial: 'Aún sin firma de ambos lados: un ensayo, en el que nada cuenta en contra de nadie.',
  which: 'Versión',
  inForceNow: 'vigente',
  contents: 'Contenido',
  none: 'Nada acordado.',
  sections: {
    stages: 'Etapas',
    scoring: 'Puntaje',
    promises: 'Plazos (SLA)',
    handoff: 'Traspaso',
    targets: 'Metas y reuniones',
    who: 'De quién es el lead',
    hours: 'Horarios',
    signatures: 'Firmas',
    history: 'Versiones',
  },
  stages: {
    about: 'De la primera visita al cliente, en este orden.',
    owner: {
      marketing: 'Responde marketing.',
      shared: 'Responden ambos equipos.',
      sales: 'Responde ventas.',
    },
    enter: {
      automatic: 'El lead entra solo.',
      decision: 'Una persona decide que el lead entra.',
      integration: 'El CRM dice cuándo entra el lead.',
    },
    when: (criteria) => `Pide: ${criteria}.`,
    fast: (signals) => `De inmediato, sea cual sea el puntaje: ${signals}.`,
    examples: 'Por ejemplo',
    not: 'Pero no',
  },
  scoring: {
    about: (min, max) => `Un lead tiene de ${min} a ${max} puntos.`,
    group: (label, min, max) => `${label}: de ${min} a ${max}`,
    rule: 'Qué cuenta',
    points: 'Puntos',
    how: 'Cómo',
    each: 'cada vez',
    once: 'una vez',
    within: (days) => `en ${days} días`,
    bands: 'Bandas',
    fit: 'Perfil',
    engagement: 'Interés',
    from: (points) => `desde ${points} puntos`,
  },
  promises: {
    about:
      'Lo que se promete a cuentas estratégicas va antes que lo que se promete a un segmento, y eso antes que lo que se promete a todos.',
    levels: { account: 'Para cuentas', segment: 'Para segmentos', default: 'Para todos' },
    promise: 'Plazo',
    party: 'Quién debe',
    when: 'Dónde',
    target: 'En',
    hours: 'Horario',
    steps: 'Antes y después',
    parties: { marketing: 'Marketing', sales: 'Ventas', neutral: 'Mediador(a)' },
    always: 'todo lead',
    pauses: 'se detiene mientras el lead está pospuesto',
  },
  handoff: {
    opens: (stage) => `El lead pasa a ventas cuando entra en ${stage}.`,
    accepted: (stage) => `Aceptado, entra en ${stage}.`,
    brief: (fields) => `Marketing entrega completos: ${fields}.`,
    reasons: 'Ventas puede devolverlo por estos motivos:',
    recycled: 'vuelve a nutrición',
    disqualified: 'descartado',
    unreachable: (attempts, dates, channels, days) =>
      `“Sin contacto” puede decirse tras ${attempts} intentos en ${dates} días, por ${channels} canales, dentro de ${days} días.`,
    contest: (days) => `Marketing puede impugnar una devolución en ${days} días hábiles.`,
    referee: (name) => `${name} decide lo que se impugna.`,
    snooze: (times, days, reasons) =>
      `Un lead puede posponerse ${times} veces, ${days} días hábiles como máximo, por: ${reasons}.`,
    work: (days) => `Tras ${days} días hábiles, un traspaso no trabajado cuenta como tal.`,
    afterTries: 'tras los intentos acordados',
  },
  targets: {
    goal: 'Meta',
    target: 'Valor',
    side: 'Lado',
    per: { week: 'por semana', month: 'por mes', quarter: 'por trimestre' },
    metrics: {
      mqls: 'Leads entregados',
      sals: 'Leads aceptados',
      sqls: 'Leads calificados por ventas',
      acceptance_rate: 'Aceptados entre los respondidos',
      brief_completeness: 'Resúmenes completos',
      mql_to_sql: 'Entregados que se califican',
      first_response: 'Primera respuesta a tiempo',
      worked: 'Leads trabajados',
      pipeline: 'Pipeline generado',
      revenue: 'Ingresos generados',
    },
    quotas: (segment, amount) => `${segment}: cuota de ${amount} por vendedor al mes.`,
    none: 'Aún sin metas acordadas.',
    meets: {
      week: 'Ambos equipos se reúnen cada semana.',
      month: 'Ambos equipos se reúnen cada mes.',
      quarter: 'Ambos equipos se reúnen cada trimestre.',
    },
    reviews: {
      month: 'El acuerdo se revisa cada mes.',
      quarter: 'El acuerdo se revisa cada trimestre.',
      year: 'El acuerdo se revisa cada año.',
    },
  },
  who: {
    segments: 'Segmentos: el primero que encaje',
    exclusions: 'No son leads',
    personas: 'Personas: la primera que encaje',
    routes: 'De quién pasa a ser el lead: el primero que encaje',
    is: (name, criteria) => `${name}: ${criteria}.`,
    goesTo: (team, criteria) => (criteria === null ? `Todo lo demás: ${team}.` : `${criteria}: ${team}.`),
  },
  hours: { zone: (zone) => `Horas de ${zone}`, holidays: 'Feriados', open: 'Abierto' },
  signed: (name, side, when) => `${name} (${side}) firmó el ${when}.`,
  unsigned: 'Nadie firmó esta versión.',
  asked: (name, side) => `${name} (${side}) tiene que firmar.`,
  history: {
    by: (name, date) => `${name}, ${date}`,
    first: 'La primera versión.',
    changes: 'Qué cambió',
    same: 'Nada cambió que se diga en palabras.',
  },
};

const WORDS: Readonly<Record<Language, AgreementWords>> = { en, 'pt-BR': ptBR, es };

export function agreementWords(language: Language): AgreementWords {
  return WORDS[language];
}
