import { formatOf } from '../format.ts';
import type { DayWords } from './words.ts';

const format = formatOf('pt-BR');
const counted = (one: string, other: string) => (n: number) => format.plural(n, { one, other });

export const ptBR: DayWords = {
  groups: { paused: 'Pausado', done: 'Feito hoje' },
  search: {
    label: 'Buscar um lead',
    hint: 'Nome, empresa, e-mail ou telefone',
    none: 'Nenhum lead neste aparelho combina. Tente outra parte do nome.',
    found: counted('# lead encontrado', '# leads encontrados'),
  },
  actions: (name) => `Registrar ou adiar: ${name}`,
  snooze: 'Adiar…',
  resume: 'Encerrar adiamento',
  howSnooze: (name) => `Adiar ${name}: até quando e por quê?`,
  notSent: 'ainda não enviado',
  progress: {
    of: (done, all) => `${done} de ${all} feitos`,
    all: 'Tudo o que vencia hoje está feito.',
    start: 'Um a um',
    startHint: 'Cada lead fica ao lado da página; as setas levam ao próximo.',
  },
  filter: { title: 'O que falta fazer', all: 'Todos' },
  unsettled: {
    title: 'Ainda em aberto',
    waiting: 'Por enviar',
    refused: 'Não aceito',
    read: 'Entendi',
    show: 'Mostrar',
    kept: 'Guardado neste aparelho até chegar ao espaço de trabalho.',
    gone: 'Um lead que não está mais aqui',
  },
  notices: {
    remind: 'Lembrar em 30 min',
    reminded: (at) => `Você será lembrado às ${at}.`,
    ledHere: 'Um aviso trouxe você aqui.',
    title: 'Avisos',
    open: counted('Avisos, # não lido', 'Avisos, # não lidos'),
    none: 'Nenhum aviso. O que o acordo avisa aparece aqui.',
    readAll: 'Marcar todos como lidos',
    more: 'Anteriores',
    partly: 'O espaço de trabalho não responde: aqui está só o que este aparelho guarda.',
    unread: 'não lido',
  },
  beside: 'Manter aberto ao lado da página',
  settings: 'Configurações',
  offline: 'Sem conexão: o que você registrar fica guardado aqui e é enviado depois.',
  trial: 'Ensaio: nada conta até os dois lados assinarem.',
  first: 'Buscando seus leads…',
  cut: (shown, all) => `Aqui estão os primeiros ${shown} de ${all}. A busca acha os outros.`,
  teach: {
    title: 'Como funciona',
    steps: [
      'Abra sua caixa de entrada ou CRM: os leads têm uma etiqueta com pontuação, etapa e tempo que resta.',
      'Clique na etiqueta para ver o cartão. Registre uma tentativa lá ou aqui, em dois cliques.',
      'O que vence sobe sozinho para o topo desta lista.',
    ],
    sites: 'Escolher sites…',
  },
  panel: {
    title: 'Ao lado da página',
    next: 'Próximo lead',
    previous: 'Lead anterior',
    place: (place, of) => `${place} de ${of}`,
    later: (place, of) => `${place} de ${of}, para depois`,
    last: 'Esse era o último.',
    nobody: 'Ninguém está esperando.',
    follow: 'Seguir a página',
    followHint: 'Mostra o lead da página que você está vendo, quando há exatamente um.',
    empty: 'Nenhum lead aqui ainda.',
    emptyHint: 'Abra um da lista abaixo ou percorra seu dia com as setas.',
    unpin: 'Meu dia',
  },
};
