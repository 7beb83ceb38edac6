import type { CrmRecordsWords } from './words.ts';

export const ptBR: CrmRecordsWords = {
  title: 'No CRM e não aqui',
  about: 'Registros como estão agora, seja qual for o período.',
  none: 'Nenhum CRM está conectado. Com um, aqui aparece quais registros dele não são leads aqui e por quê, e quais leads não estão nele.',
  connect: 'Conectar um CRM',
  ask: 'Quem administra pode conectar um.',
  system: 'Sistema',
  here: 'Leads aqui',
  notHere: 'Não estão aqui',
  why: 'Por quê',
  all: 'Todos os registros dele estão aqui.',
  reading: 'Está sendo lido pela primeira vez. O que falta só se sabe no fim da leitura.',
  still: 'Não está sendo lido agora: vale a última leitura.',
  whys: {
    deal_of_nobody: 'Negócios sem contato',
    failed: 'Não puderam entrar',
    erased: 'Apagados aqui',
    expired: 'Guardados pelo prazo combinado e depois excluídos aqui',
  },
  next: {
    deal_of_nobody: 'Coloque o contato no negócio, no CRM, para que o lead dele receba o crédito.',
    failed: 'Quem administra vê o motivo em Conexões e tenta de novo.',
    erased: 'A pessoa pediu para ser esquecida. Quem cuida do CRM decide sobre o registro de lá.',
    expired: 'Volta quando o registro mudar por lá.',
  },
  open: (system, why) => `${why}, em ${system}`,
  listed: { one: '# registro', other: '# registros' },
  record: 'Registro',
  unnamed: 'não é mais nomeado',
  opens: (system) => `abre em ${system}`,
  more: 'Mostrar mais',
};
