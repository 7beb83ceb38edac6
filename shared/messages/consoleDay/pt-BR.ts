import { formatOf } from '../format.ts';
import type { ConsoleDayWords } from './words.ts';

const format = formatOf('pt-BR');
const counted = (one: string, other: string) => (n: number) => format.plural(n, { one, other });

export const ptBR: ConsoleDayWords = {
  groups: {
    late: 'Atrasados',
    now: 'Hoje ou em risco',
    later: 'Depois',
    paused: 'Pausados',
    theirs: 'Vez do marketing',
    done: 'Feitos hoje',
  },
  owed: counted('# lead espera por você', '# leads esperam por você'),
  late: counted('# atrasado', '# atrasados'),
  done: counted('# feito hoje', '# feitos hoje'),
  call: (name, phone) => `Ligar para ${name}: ${phone}`,
  due: (when) => `vence ${when}`,
  wasDue: (when) => `venceu ${when}`,
  cut: counted('Aqui está só o # mais próximo.', 'Aqui estão só os # mais próximos de cada tipo.'),
  allMine: 'Todos os meus leads',
  none: {
    title: 'Você não deve nada agora',
    text: 'Os leads chegam aqui assim que são passados a você, com o tempo que há para responder.',
    steps: [
      'Abra um lead para ver quem é e o que fazer em seguida.',
      'Registre a ligação ou a mensagem no cartão: a contagem para sozinha.',
      'O que vence primeiro fica no topo.',
    ],
  },
};
