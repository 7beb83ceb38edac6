import { formatOf } from '../format.ts';
import type { ConsoleDayWords } from './words.ts';

const format = formatOf('es');
const counted = (one: string, other: string) => (n: number) => format.plural(n, { one, other });

export const es: ConsoleDayWords = {
  groups: {
    late: 'Atrasados',
    now: 'Hoy o por vencer',
    later: 'Después',
    paused: 'En pausa',
    theirs: 'Le toca a marketing',
    done: 'Hechos hoy',
  },
  owed: counted('# lead te espera', '# leads te esperan'),
  late: counted('# atrasado', '# atrasados'),
  done: counted('# hecho hoy', '# hechos hoy'),
  call: (name, phone) => `Llamar a ${name}: ${phone}`,
  due: (when) => `vence ${when}`,
  wasDue: (when) => `venció ${when}`,
  cut: counted('Aquí está solo el # más cercano.', 'Aquí están solo los # más cercanos de cada tipo.'),
  allMine: 'Todos mis leads',
  none: {
    title: 'Ahora no debes nada',
    text: 'Los leads llegan aquí en cuanto te los entregan, con el tiempo que hay para responder.',
    steps: [
      'Abre un lead para ver quién es y qué hacer después.',
      'Registra la llamada o el mensaje en su tarjeta: la cuenta se detiene sola.',
      'Lo que vence primero está arriba.',
    ],
  },
};
