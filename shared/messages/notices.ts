/**
 * What members are told (CLK7, HOF3), and what Slack and Teams are: sentences about a lead that do
 * not name it. Whoever shows them puts the name it knows beside them, or a link.
 */
import type { Language } from '../lead/vocabulary.ts';
import type { NoticeSaid } from '../protocol/notices.ts';
import type { SubscriptionEvent } from '../protocol/subscriptions.ts';
import { messagesFor } from './catalog.ts';
import { inSentence } from './format.ts';

/** Words of the agreement and of the people for the ids in a notice. */
export interface NoticeTerms {
  readonly member: (id: string) => string;
  readonly reason: (id: string) => string;
  readonly stage: (id: string) => string;
  /** "today at 17:30" */
  readonly when: (at: number) => string;
}

export interface NoticeWords {
  readonly say: (said: NoticeSaid, terms: NoticeTerms) => string;
  /** Title of several told together. */
  readonly digest: (n: number) => string;
  /** What happened, for a channel many read. */
  readonly events: Readonly<Record<SubscriptionEvent, string>>;
  /** Subject of a due follow-up in a calendar. */
  readonly due: (clock: string) => string;
  /** Name of a member's calendar feed. */
  readonly calendar: (workspace: string) => string;
  /** A message an admin sends to see whether it arrives. */
  readonly test: string;
  readonly open: string;
}

/** "…: reason", or nothing. */
const because = (reason: string | null, terms: NoticeTerms) =>
  reason === null ? '' : `: ${terms.reason(reason)}`;

function english(): NoticeWords {
  const { words, format } = messagesFor('en');
  return {
    say: ({ kind, data }, terms) => {
      switch (kind) {
        case 'clock_warning':
          return data.dueAt === null
            ? `${words.clocks[data.clock]} is due soon.`
            : `${words.clocks[data.clock]} is due ${terms.when(data.dueAt)}.`;
        case 'clock_escalation':
          return data.dueAt === null
            ? `${words.clocks[data.clock]} is late.`
            : `${words.clocks[data.clock]} is late: it was due ${terms.when(data.dueAt)}.`;
        case 'breach_corrected':
          return data.madeAt === null
            ? `${words.clocks[data.clock]} was in time after all: the team was closed meanwhile.`
            : `${words.clocks[data.clock]} was in time after all: it was reported late.`;
        case 'lead_assigned':
          return data.why === 'escalated'
            ? 'A lead is yours now: nobody had followed up in time.'
            : 'A lead was handed to you.';
        case 'lead_taken':
          if (data.to === null)
            return 'A lead of yours went back to the pool: nobody had followed up in time.';
          return data.why === 'escalated'
            ? `A lead of yours went to ${terms.member(data.to)}: nobody had followed up in time.`
            : `A lead of yours went to ${terms.member(data.to)}.`;
        case 'nobody_takes':
          return `${words.clocks[data.clock]} is late and nobody else can take the lead.`;
        case 'handoff_answered':
          return `${terms.member(data.by)} answered a lead from your source: ${words.answers[data.answer].toLowerCase()}${because(data.reason, terms)}.`;
        case 'stage_back':
          return `${terms.member(data.by)} moved a lead from your source back to ${terms.stage(data.stage)}${because(data.reason, terms)}.`;
        case 'deal_lost':
          return `A deal from your source was lost${because(data.reason, terms)}.`;
        case 'handoff_contested':
          return `${terms.member(data.by)} contests a return. The referee decides.`;
        case 'handoff_decided':
          return data.outcome === 'upheld'
            ? 'The referee upheld the return.'
            : 'The referee overturned the return.';
        case 'reply_received':
          return `A lead of yours replied: ${inSentence(words.channels[data.channel])}.`;
        case 'owner_away':
          return `${terms.member(data.member)} is away. ${format.plural(data.leads, { one: '# lead waits', other: '# leads wait' })} to be given to others.`;
      }
    },
    digest: (n) => format.plural(n, { one: '# notice', other: '# notices' }),
    events: {
      'lead.captured': 'New lead',
      'lead.changed': 'Lead changed',
      'lead.merged': 'Leads merged',
      'lead.unmerged': 'Merge undone',
      'lead.optedOut': 'Opted out of a channel',
      'lead.optedIn': 'Opted in to a channel again',
      'lead.snoozed': 'Snoozed',
      'lead.resumed': 'Snooze ended',
      'signal.seen': 'Signal seen',
      'reply.received': 'They replied',
      'deal.changed': 'Deal changed',
      'account.counted': 'Account changed',
      'stage.set': 'Stage set by a person',
      'stage.released': 'Stage released',
      'stage.entered': 'Stage entered',
      'handoff.opened': 'Handed off to sales',
      'handoff.answered': 'Sales answered',
      'handoff.corrected': 'Sales corrected its answer',
      'handoff.contested': 'Return contested',
      'handoff.decided': 'Contest decided',
      'handoff.released': 'Released from the backlog',
      'handoff.withdrawn': 'Hand-off withdrawn',
      'owner.assigned': 'Owner set',
      'owner.routed': 'Owner found',
      'attempt.made': 'Attempt made',
      'attempt.withdrawn': 'Attempt withdrawn',
      'attempt.refused': 'Attempt refused',
      'nurture.started': 'Nurturing started',
      'material.used': 'Material used',
      'clock.warned': 'Due soon',
      'clock.breached': 'Late',
      'clock.escalated': 'Escalated',
      'clock.corrected': 'In time after all',
      'notice.clock_warning': 'Due soon',
      'notice.clock_escalation': 'Late',
      'notice.breach_corrected': 'In time after all',
      'notice.lead_assigned': 'Lead has an owner',
      'notice.lead_taken': 'Lead changed owner',
      'notice.nobody_takes': 'Late, and nobody can take it',
      'notice.handoff_answered': 'Sales answered',
      'notice.stage_back': 'Moved back after acceptance',
      'notice.deal_lost': 'Deal lost',
      'notice.handoff_contested': 'Return contested',
      'notice.handoff_decided': 'Contest decided',
      'notice.reply_received': 'They replied',
      'notice.owner_away': 'Leads of somebody away wait',
    },
    due: (clock) => `Due: ${clock}`,
    calendar: (workspace) => `Follow-ups due · ${workspace}`,
    test: 'This is a test from Combinado. Nothing happened.',
    open: 'Open',
  };
}

function portuguese(): NoticeWords {
  const { words, format } = messagesFor('pt-BR');
  return {
    say: ({ kind, data }, terms) => {
      switch (kind) {
        case 'clock_warning':
          return data.dueAt === null
            ? `${words.clocks[data.clock]}: o prazo está acabando.`
            : `${words.clocks[data.clock]}: o prazo acaba ${terms.when(data.dueAt)}.`;
        case 'clock_escalation':
          return data.dueAt === null
            ? `${words.clocks[data.clock]}: atrasado.`
            : `${words.clocks[data.clock]}: atrasado, o prazo acabou ${terms.when(data.dueAt)}.`;
        case 'breach_corrected':
          return data.madeAt === null
            ? `${words.clocks[data.clock]}: estava no prazo, a equipe estava fechada.`
            : `${words.clocks[data.clock]}: estava no prazo, só foi registrado depois.`;
        case 'lead_assigned':
          return data.why === 'escalated'
            ? 'Um lead passou para você: ninguém respondeu a tempo.'
            : 'Você recebeu um lead.';
        case 'lead_taken':
          if (data.to === null) return 'Um lead seu voltou para a fila: ninguém respondeu a tempo.';
          return data.why === 'escalated'
            ? `Um lead seu passou para ${terms.member(data.to)}: ninguém respondeu a tempo.`
            : `Um lead seu passou para ${terms.member(data.to)}.`;
        case 'nobody_takes':
          return `${words.clocks[data.clock]}: atrasado, e ninguém mais pode assumir o lead.`;
        case 'handoff_answered':
          return `${terms.member(data.by)} respondeu um lead da sua origem: ${words.answers[data.answer].toLowerCase()}${because(data.reason, terms)}.`;
        case 'stage_back':
          return `${terms.member(data.by)} devolveu um lead da sua origem para ${terms.stage(data.stage)}${because(data.reason, terms)}.`;
        case 'deal_lost':
          return `Um negócio da sua origem foi perdido${because(data.reason, terms)}.`;
        case 'handoff_contested':
          return `${terms.member(data.by)} contesta uma devolução. O mediador decide.`;
        case 'handoff_decided':
          return data.outcome === 'upheld'
            ? 'O mediador manteve a devolução.'
            : 'O mediador anulou a devolução.';
        case 'reply_received':
          return `Um lead seu respondeu: ${inSentence(words.channels[data.channel])}.`;
        case 'owner_away':
          return `${terms.member(data.member)} está ausente. ${format.plural(data.leads, { one: '# lead espera', other: '# leads esperam' })} por outra pessoa.`;
      }
    },
    digest: (n) => format.plural(n, { one: '# aviso', other: '# avisos' }),
    events: {
      'lead.captured': 'Lead novo',
      'lead.changed': 'Lead alterado',
      'lead.merged': 'Leads unidos',
      'lead.unmerged': 'União desfeita',
      'lead.optedOut': 'Saiu de um canal',
      'lead.optedIn': 'Voltou a um canal',
      'lead.snoozed': 'Adiado',
      'lead.resumed': 'Fim do adiamento',
      'signal.seen': 'Sinal visto',
      'reply.received': 'O lead respondeu',
      'deal.changed': 'Negócio alterado',
      'account.counted': 'Conta alterada',
      'stage.set': 'Etapa definida por uma pessoa',
      'stage.released': 'Etapa liberada',
      'stage.entered': 'Entrou na etapa',
      'handoff.opened': 'Passado a vendas',
      'handoff.answered': 'Vendas respondeu',
      'handoff.corrected': 'Vendas corrigiu a resposta',
      'handoff.contested': 'Devolução contestada',
      'handoff.decided': 'Contestação decidida',
      'handoff.released': 'Saiu do estoque',
      'handoff.withdrawn': 'Passagem retirada',
      'owner.assigned': 'Responsável definido',
      'owner.routed': 'Responsável encontrado',
      'attempt.made': 'Tentativa feita',
      'attempt.withdrawn': 'Tentativa desfeita',
      'attempt.refused': 'Tentativa recusada',
      'nurture.started': 'Nutrição iniciada',
      'material.used': 'Material usado',
      'clock.warned': 'Prazo acabando',
      'clock.breached': 'Atrasado',
      'clock.escalated': 'Atraso avisado adiante',
      'clock.corrected': 'Estava no prazo',
      'notice.clock_warning': 'Prazo acabando',
      'notice.clock_escalation': 'Atrasado',
      'notice.breach_corrected': 'Estava no prazo',
      'notice.lead_assigned': 'Lead com responsável',
      'notice.lead_taken': 'Lead mudou de responsável',
      'notice.nobody_takes': 'Atrasado, e ninguém pode assumir',
      'notice.handoff_answered': 'Vendas respondeu',
      'notice.stage_back': 'Devolvido depois de aceito',
      'notice.deal_lost': 'Negócio perdido',
      'notice.handoff_contested': 'Devolução contestada',
      'notice.handoff_decided': 'Contestação decidida',
      'notice.reply_received': 'Resposta recebida',
      'notice.owner_away': 'Leads de alguém ausente esperam',
    },
    due: (clock) => `Prazo: ${clock}`,
    calendar: (workspace) => `Prazos de contato · ${workspace}`,
    test: 'Este é um teste do Combinado. Nada aconteceu.',
    open: 'Abrir',
  };
}

function spanish(): NoticeWords {
  const { words, format } = messagesFor('es');
  return {
    say: ({ kind, data }, terms) => {
      switch (kind) {
        case 'clock_warning':
          return data.dueAt === null
            ? `${words.clocks[data.clock]}: el plazo está por vencer.`
            : `${words.clocks[data.clock]}: el plazo vence ${terms.when(data.dueAt)}.`;
        case 'clock_escalation':
          return data.dueAt === null
            ? `${words.clocks[data.clock]}: con retraso.`
            : `${words.clocks[data.clock]}: con retraso, el plazo venció ${terms.when(data.dueAt)}.`;
        case 'breach_corrected':
          return data.madeAt === null
            ? `${words.clocks[data.clock]}: estaba en plazo, el equipo estaba cerrado.`
            : `${words.clocks[data.clock]}: estaba en plazo, solo se registró después.`;
        case 'lead_assigned':
          return data.why === 'escalated'
            ? 'Un lead pasó a ti: nadie respondió a tiempo.'
            : 'Recibiste un lead.';
        case 'lead_taken':
          if (data.to === null) return 'Un lead tuyo volvió a la cola: nadie respondió a tiempo.';
          return data.why === 'escalated'
            ? `Un lead tuyo pasó a ${terms.member(data.to)}: nadie respondió a tiempo.`
            : `Un lead tuyo pasó a ${terms.member(data.to)}.`;
        case 'nobody_takes':
          return `${words.clocks[data.clock]}: con retraso, y nadie más puede tomar el lead.`;
        case 'handoff_answered':
          return `${terms.member(data.by)} respondió un lead de tu origen: ${words.answers[data.answer].toLowerCase()}${because(data.reason, terms)}.`;
        case 'stage_back':
          return `${terms.member(data.by)} devolvió un lead de tu origen a ${terms.stage(data.stage)}${because(data.reason, terms)}.`;
        case 'deal_lost':
          return `Se perdió un negocio de tu origen${because(data.reason, terms)}.`;
        case 'handoff_contested':
          return `${terms.member(data.by)} objeta una devolución. Decide el mediador.`;
        case 'handoff_decided':
          return data.outcome === 'upheld'
            ? 'El mediador mantuvo la devolución.'
            : 'El mediador anuló la devolución.';
        case 'reply_received':
          return `Un lead tuyo respondió: ${inSentence(words.channels[data.channel])}.`;
        case 'owner_away':
          return `${terms.member(data.member)} no está. ${format.plural(data.leads, { one: '# lead espera', other: '# leads esperan' })} a otra persona.`;
      }
    },
    digest: (n) => format.plural(n, { one: '# aviso', other: '# avisos' }),
    events: {
      'lead.captured': 'Lead nuevo',
      'lead.changed': 'Lead modificado',
      'lead.merged': 'Leads unidos',
      'lead.unmerged': 'Unión deshecha',
      'lead.optedOut': 'Salió de un canal',
      'lead.optedIn': 'Volvió a un canal',
      'lead.snoozed': 'Pospuesto',
      'lead.resumed': 'Fin de la pausa',
      'signal.seen': 'Señal vista',
      'reply.received': 'El lead respondió',
      'deal.changed': 'Negocio modificado',
      'account.counted': 'Cuenta modificada',
      'stage.set': 'Etapa fijada por una persona',
      'stage.released': 'Etapa liberada',
      'stage.entered': 'Entró en la etapa',
      'handoff.opened': 'Traspasado a ventas',
      'handoff.answered': 'Ventas respondió',
      'handoff.corrected': 'Ventas corrigió su respuesta',
      'handoff.contested': 'Devolución objetada',
      'handoff.decided': 'Objeción resuelta',
      'handoff.released': 'Salió de pendientes',
      'handoff.withdrawn': 'Traspaso retirado',
      'owner.assigned': 'Responsable asignado',
      'owner.routed': 'Responsable encontrado',
      'attempt.made': 'Intento hecho',
      'attempt.withdrawn': 'Intento deshecho',
      'attempt.refused': 'Intento rechazado',
      'nurture.started': 'Nutrición iniciada',
      'material.used': 'Material usado',
      'clock.warned': 'Por vencer',
      'clock.breached': 'Con retraso',
      'clock.escalated': 'Retraso avisado',
      'clock.corrected': 'Estaba en plazo',
      'notice.clock_warning': 'Por vencer',
      'notice.clock_escalation': 'Con retraso',
      'notice.breach_corrected': 'Estaba en plazo',
      'notice.lead_assigned': 'Lead con responsable',
      'notice.lead_taken': 'El lead cambió de responsable',
      'notice.nobody_takes': 'Con retraso, y nadie puede tomarlo',
      'notice.handoff_answered': 'Ventas respondió',
      'notice.stage_back': 'Devuelto después de aceptado',
      'notice.deal_lost': 'Negocio perdido',
      'notice.handoff_contested': 'Devolución objetada',
      'notice.handoff_decided': 'Objeción resuelta',
      'notice.reply_received': 'Respuesta recibida',
      'notice.owner_away': 'Esperan leads de alguien ausente',
    },
    due: (clock) => `Plazo: ${clock}`,
    calendar: (workspace) => `Plazos de contacto · ${workspace}`,
    test: 'Esta es una prueba de Combinado. No pasó nada.',
    open: 'Abrir',
  };
}

const WORDS: Readonly<Record<Language, () => NoticeWords>> = {
  en: english,
  'pt-BR': portuguese,
  es: spanish,
};

export function noticeWords(language: Language): NoticeWords {
  return WORDS[language]();
}
