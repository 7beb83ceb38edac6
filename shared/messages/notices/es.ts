import { termsFor } from '../terms/index.ts';
import { inSentence } from '../format.ts';
import { because, type NoticeWords } from './words.ts';

export function spanish(): NoticeWords {
  const { words, format } = termsFor('es');
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
          if (data.to === null) return 'Un lead tuyo volvió a la bolsa común: nadie respondió a tiempo.';
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
          return `${terms.member(data.by)} impugna una devolución. Decide el mediador.`;
        case 'handoff_decided':
          return data.outcome === 'upheld'
            ? 'El mediador mantuvo la devolución.'
            : 'El mediador anuló la devolución.';
        case 'handoff_commented':
          return `${terms.member(data.by)} escribió sobre un traspaso.`;
        case 'reply_received':
          return `Un lead tuyo respondió: ${inSentence(words.channels[data.channel])}.`;
        case 'owner_away':
          return `${terms.member(data.member)} está ausente. ${format.plural(data.leads, { one: '# lead espera', other: '# leads esperan' })} a otra persona.`;
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
      'handoff.contested': 'Devolución impugnada',
      'handoff.decided': 'Impugnación decidida',
      'handoff.commented': 'Comentario en un traspaso',
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
      'notice.handoff_contested': 'Devolución impugnada',
      'notice.handoff_decided': 'Impugnación decidida',
      'notice.handoff_commented': 'Comentario en un traspaso',
      'notice.reply_received': 'Respuesta recibida',
      'notice.owner_away': 'Esperan leads de alguien ausente',
    },
    due: (clock) => `Plazo: ${clock}`,
    calendar: (workspace) => `Plazos de contacto · ${workspace}`,
    test: 'Esta es una prueba de Combinado. No pasó nada.',
    open: 'Abrir',
  };
}
