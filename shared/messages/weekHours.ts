/** Words of a week's opening hours, wherever somebody fills them in. */
import type { Language } from '../lead/vocabulary.ts';

export interface WeekHoursWords {
  readonly zone: string;
  readonly zoneHint: string;
  readonly noZone: string;
  readonly closed: string;
  readonly opens: (day: string) => string;
  readonly closes: (day: string) => string;
  readonly until: string;
  readonly add: string;
  readonly addOn: (day: string) => string;
  readonly removeOf: (day: string) => string;
  readonly sameForWeek: (day: string) => string;
  readonly overnight: string;
}

const WORDS: Readonly<Record<Language, WeekHoursWords>> = {
  en: {
    zone: 'Time zone',
    zoneHint: 'Its own clock changes are followed.',
    noZone: 'There is no time zone of that name. Choose one of the list.',
    closed: 'closed',
    opens: (day) => `${day}, opens`,
    closes: (day) => `${day}, closes`,
    until: 'to',
    add: 'Add hours',
    addOn: (day) => `Add hours on ${day}`,
    removeOf: (day) => `Remove these hours of ${day}`,
    sameForWeek: (day) => `As ${day}, Monday to Friday`,
    overnight: 'until the next day',
  },
  'pt-BR': {
    zone: 'Fuso horário',
    zoneHint: 'As mudanças de hora dele são seguidas.',
    noZone: 'Não há fuso horário com esse nome. Escolha um da lista.',
    closed: 'fechado',
    opens: (day) => `${day}, abre`,
    closes: (day) => `${day}, fecha`,
    until: 'às',
    add: 'Adicionar horário',
    addOn: (day) => `Adicionar horário em ${day}`,
    removeOf: (day) => `Remover este horário de ${day}`,
    sameForWeek: (day) => `Como ${day}, de segunda a sexta`,
    overnight: 'até o dia seguinte',
  },
  es: {
    zone: 'Zona horaria',
    zoneHint: 'Se siguen sus cambios de hora.',
    noZone: 'No hay zona horaria con ese nombre. Elige una de la lista.',
    closed: 'cerrado',
    opens: (day) => `${day}, abre`,
    closes: (day) => `${day}, cierra`,
    until: 'a',
    add: 'Agregar horario',
    addOn: (day) => `Agregar horario el ${day}`,
    removeOf: (day) => `Quitar este horario del ${day}`,
    sameForWeek: (day) => `Como ${day}, de lunes a viernes`,
    overnight: 'hasta el día siguiente',
  },
};

export function weekHoursWords(language: Language): WeekHoursWords {
  return WORDS[language];
}
