/** Palavras e formatos que todas as superfícies e avisos compartilham. */
import type { Target } from '../../definitions/policy.ts';
import { formatOf } from '../format.ts';
import type { Terms } from './en.ts';

const format = formatOf('pt-BR');
const { plural, number } = format;

export const ptBR: Terms = {
  language: format.language,
  format,
  time: {
    today: 'hoje',
    tomorrow: 'amanhã',
    yesterday: 'ontem',
    at: (day: string, time: string) => `${day} ${time.startsWith('01') ? 'à' : 'às'} ${time}`,
    ago: (duration: string) => `há ${duration}`,
  },
  words: {
    channels: {
      call: 'Ligação',
      email: 'E-mail',
      whatsapp: 'WhatsApp',
      linkedin: 'LinkedIn',
      sms: 'SMS',
      meeting: 'Reunião',
      other: 'Outro',
    },
    outcomes: {
      sent: 'Enviado',
      no_answer: 'Não atendeu',
      left_message: 'Deixou recado',
      bounced: 'E-mail voltou',
      wrong_person: 'Contato errado',
      refused: 'Não quer contato',
      replied: 'Respondeu',
      connected: 'Conversou',
      meeting_booked: 'Reunião agendada',
    },
    answers: {
      accepted: 'Aceito',
      recycled: 'Devolvido para nutrição',
      disqualified: 'Desqualificado',
    },
    clocks: {
      assignment: 'Definir responsável',
      first_response: 'Primeira resposta',
      acceptance: 'Aceitar ou devolver',
      cadence: 'Próxima tentativa',
      reply: 'Responder ao lead',
      stage_time: 'Tempo na etapa',
      return_to_nurture: 'Volta à nutrição',
      brief_completion: 'Completar o resumo',
      contest_answer: 'Decidir a contestação',
    },
    /** What a person asked to be recorded, when it was turned down. */
    commands: {
      attempt: 'Tentativa',
      withdraw: 'Desfazer',
      answer: 'Devolutiva',
      set: 'Resposta anotada',
      other: 'Registro',
    },
    levels: {
      account: 'conta',
      segment: (label: string) => `segmento ${label}`,
      default: 'padrão',
    },
    unknown: 'não se sabe',
    none: 'nenhuma ainda',
    yes: 'sim',
    no: 'não',
    unnamed: 'Sem nome',
  },
  target: (target: Target): string => {
    if ('minutes' in target) return `${number(target.minutes)} min`;
    if ('hours' in target) return `${number(target.hours)} h`;
    if ('businessMinutes' in target)
      return plural(target.businessMinutes, { one: '# min útil', other: '# min úteis' });
    if ('businessHours' in target)
      return plural(target.businessHours, { one: '# h útil', other: '# h úteis' });
    return plural(target.businessDays, { one: '# dia útil', other: '# dias úteis' });
  },
  criterion: {
    field: {
      is: (label: string, wanted: string) => `${label}: ${wanted}`,
      isNot: (label: string, wanted: string) => `${label}: exceto ${wanted}`,
      in: (label: string, wanted: string) => `${label}: ${wanted}`,
      inList: (label: string, wanted: string) => `${label}: na lista ${wanted}`,
      atLeast: (label: string, wanted: string) => `${label}: ${wanted} ou mais`,
      atMost: (label: string, wanted: string) => `${label}: até ${wanted}`,
      between: (label: string, wanted: string) => `${label}: ${wanted}`,
      contains: (label: string, wanted: string) => `${label}: contém “${wanted}”`,
      startsWith: (label: string, wanted: string) => `${label}: começa com “${wanted}”`,
      endsWith: (label: string, wanted: string) => `${label}: termina com “${wanted}”`,
      known: (label: string, _wanted: string) => label,
    },
    range: (from: string, to: string) => `${from} a ${to}`,
    emailDomain: 'Domínio do e-mail',
    score: 'Pontuação',
    fit: 'Perfil',
    engagement: 'Interesse',
    segment: 'Segmento',
    persona: 'Persona',
    product: 'Produto',
    stageIs: 'Etapa',
    stageWas: 'Já esteve em',
    signal: (label: string, times: number) => (times > 1 ? `${label} ×${times}` : label),
    withinDays: (n: number) => plural(n, { one: 'no último dia', other: 'nos últimos # dias' }),
    attempts: (what: string, times: number) => (times > 1 ? `${what} ×${times}` : what),
    anyAttempt: 'Uma tentativa',
    account: (what: string, n: number) => `Conta: ${n} × ${what}`,
    not: (what: string) => `Não: ${what}`,
    gap: (points: number, rules: string) => (rules ? `faltam ${points}: ${rules}` : `faltam ${points}`),
    question: (label: string) => `Qual é: ${label}?`,
  },
};
