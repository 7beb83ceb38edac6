import type { StageFormWords } from './words.ts';

export const es: StageFormWords = {
  add: 'Agregar etapa',
  fresh: 'Nueva etapa',
  freshShort: 'Nueva',
  handsOver: 'pasa el lead a ventas',
  short: 'En la etiqueta',
  shortHint: 'Pocas letras.',
  meaning: 'Qué significa',
  meaningHint: 'Al leerlo en voz alta, ambos lados están de acuerdo.',
  owner: 'Quién responde por ella',
  enter: 'Cómo entra un lead',
  enters: {
    automatic: 'Solo, cuando cumple lo que se pide.',
    decision: 'Cuando alguien lo decide; el puntaje no la salta.',
    integration: 'Cuando un sistema conectado lo dice.',
  },
  criteria: 'Qué pide',
  fastTrack: 'Vía rápida',
  fastTrackHint: 'Una de estas señales entra en la etapa al instante, sea cual sea el puntaje.',
  addFastTrack: 'Agregar señal',
  fastTrackLabel: 'Se dice como',
  signal: 'Señal',
  examples: 'Por ejemplo',
  counterExamples: 'Pero no',
  oneALine: 'Uno por línea.',
};
