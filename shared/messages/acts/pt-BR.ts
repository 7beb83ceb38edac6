import type { ActWords } from './words.ts';

export const ptBR: ActWords = {
  done: {
    'attempt.withdraw': 'Tentativa retirada: {name}',
    'attempt.refuse': 'Tentativa recusada: {name}',
    'reply.log': 'Resposta anotada ({what}): {name}',
    'handoff.correct': 'Resposta corrigida: {name}',
    'handoff.contest': 'Devolução contestada: {name}',
    'handoff.decide': 'Contestação decidida: {name}',
    'lead.optOut': 'Não quer mais {what}: {name}',
    'lead.optIn': 'Aceita {what} de novo: {name}',
    'lead.snooze': 'Adiado até {what}: {name}',
    'lead.resume': 'Adiamento encerrado: {name}',
    'stage.set': 'Passou para {what}: {name}',
    'stage.release': 'Etapa liberada: {name}',
    'owner.assign': 'Passou para {what}: {name}',
    'nurture.start': 'Nutrição iniciada: {name}',
    'material.use': 'Material anotado: {name}',
  },
  optedOutOfAll: 'Não quer nenhum contato: {name}',
  optedInToAll: 'Aceita contato de novo: {name}',
  toPool: 'De volta à fila comum: {name}',
  taken: 'Agora é seu: {name}',
  proposed: 'Proposto para a próxima reunião: {what}',
  refused: {
    unknown_reason: 'O acordo não prevê este motivo. Escolha outro.',
    past: 'Este dia já começou. Escolha um dia depois.',
    too_long: 'É mais longe do que o acordo permite. Escolha um dia antes.',
    too_often: 'Este lead já foi adiado tantas vezes quanto o acordo permite.',
    not_returned: 'Este lead não foi devolvido, então não há o que contestar.',
    contested: 'Esta devolução já foi contestada. O mediador decide.',
    contest_too_late: 'O prazo para contestar esta devolução acabou. Proponha uma mudança.',
    owned: 'Este lead já tem responsável. Fale com essa pessoa ou com seu gestor.',
    nobody: 'Essa pessoa não está mais na equipe. Escolha outra.',
    needsWorkspace:
      'O espaço de trabalho não respondeu, e isto não pode esperar no aparelho. Tente mais tarde.',
  },
};
