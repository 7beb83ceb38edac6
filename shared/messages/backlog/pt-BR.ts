import type { BacklogWords } from './words.ts';

export const ptBR: BacklogWords = {
  left: {
    one: 'Mais # fica como está, pois não há mais o que vender:',
    other: 'Mais # ficam como estão, pois não há mais o que vender:',
  },
  won: { one: 'o negócio de # está ganho', other: 'os negócios de # estão ganhos' },
  lost: { one: 'o negócio de # está perdido', other: 'os negócios de # estão perdidos' },
};
