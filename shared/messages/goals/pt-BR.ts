import type { GoalWords } from './words.ts';

export const ptBR: GoalWords = {
  per: { week: 'por semana', month: 'por mês', quarter: 'por trimestre' },
  metrics: {
    mqls: 'Leads entregues',
    sals: 'Leads aceitos',
    sqls: 'Leads qualificados por vendas',
    acceptance_rate: 'Aceitos entre os respondidos',
    brief_completeness: 'Resumos completos',
    mql_to_sql: 'Entregues que se qualificam',
    first_response: 'Primeira resposta no prazo',
    worked: 'Leads trabalhados',
    pipeline: 'Pipeline gerado',
    revenue: 'Receita gerada',
  },
};
