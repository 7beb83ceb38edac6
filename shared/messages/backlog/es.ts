import type { BacklogWords } from './words.ts';

export const es: BacklogWords = {
  left: {
    one: '# más queda como está, pues ya no hay qué vender:',
    other: '# más quedan como están, pues ya no hay qué vender:',
  },
  won: { one: 'el negocio de # está ganado', other: 'los negocios de # están ganados' },
  lost: { one: 'el negocio de # está perdido', other: 'los negocios de # están perdidos' },
};
