import type { GoalWords } from './words.ts';

export const en: GoalWords = {
  per: { week: 'a week', month: 'a month', quarter: 'a quarter' },
  metrics: {
    mqls: 'Leads delivered',
    sals: 'Leads accepted',
    sqls: 'Leads qualified by sales',
    acceptance_rate: 'Accepted of those answered',
    brief_completeness: 'Complete briefs',
    mql_to_sql: 'Delivered leads that are qualified',
    first_response: 'First response in time',
    worked: 'Leads worked',
    pipeline: 'Pipeline sourced',
    revenue: 'Revenue sourced',
  },
};
