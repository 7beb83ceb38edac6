import { termsFor } from '../terms/index.ts';
import { inSentence } from '../format.ts';
import { because, type NoticeWords } from './words.ts';

export function portuguese(): NoticeWords {
  const { words, format } = termsFor('pt-BR');
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
          if (data.to === null) return 'Um lead seu voltou para a fila comum: ninguém respondeu a tempo.';
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
        case 'handoff_commented':
          return `${terms.member(data.by)} escreveu sobre uma passagem.`;
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
      'handoff.commented': 'Comentário em uma passagem',
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
      'notice.handoff_commented': 'Comentário em uma passagem',
      'notice.reply_received': 'Resposta recebida',
      'notice.owner_away': 'Leads de alguém ausente esperam',
    },
    due: (clock) => `Prazo: ${clock}`,
    calendar: (workspace) => `Prazos de contato · ${workspace}`,
    test: 'Este é um teste do Combinado. Nada aconteceu.',
    open: 'Abrir',
  };
}
