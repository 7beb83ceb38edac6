import type { StageFormWords } from './words.ts';

export const ptBR: StageFormWords = {
  add: 'Adicionar etapa',
  fresh: 'Nova etapa',
  freshShort: 'Nova',
  handsOver: 'passa o lead para vendas',
  short: 'Na etiqueta',
  shortHint: 'Poucas letras.',
  meaning: 'O que significa',
  meaningHint: 'Ao ler em voz alta, os dois lados concordam.',
  owner: 'Quem responde por ela',
  enter: 'Como um lead entra',
  enters: {
    automatic: 'Sozinho, quando atende ao que se pede.',
    decision: 'Quando alguém decide; a pontuação não pula por cima.',
    integration: 'Quando um sistema conectado diz.',
  },
  criteria: 'O que ela pede',
  fastTrack: 'Via rápida',
  fastTrackHint: 'Um destes sinais entra na etapa na hora, seja qual for a pontuação.',
  addFastTrack: 'Adicionar sinal',
  fastTrackLabel: 'Dito como',
  signal: 'Sinal',
  examples: 'Por exemplo',
  counterExamples: 'Mas não',
  oneALine: 'Um por linha.',
};
