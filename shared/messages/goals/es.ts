import type { GoalWords } from './words.ts';

export const es: GoalWords = {
  per: { week: 'por semana', month: 'por mes', quarter: 'por trimestre' },
  metrics: {
    mqls: 'Leads entregados',
    sals: 'Leads aceptados',
    sqls: 'Leads calificados por ventas',
    acceptance_rate: 'Aceptados entre los respondidos',
    brief_completeness: 'Resúmenes completos',
    mql_to_sql: 'Entregados que se califican',
    first_response: 'Primera respuesta a tiempo',
    worked: 'Leads trabajados',
    pipeline: 'Pipeline generado',
    revenue: 'Ingresos generados',
  },
};
