import type { Named } from '../../definitions/check/fault.ts';
import { termsFor } from '../terms/index.ts';
import { type ProblemWords, quoted, short, type Terms } from './words.ts';

export function portuguese(): ProblemWords {
  const { number, choice } = termsFor('pt-BR').format;
  const terms: Terms = {
    kinds: {
      text: 'um texto',
      number: 'um número',
      whole: 'um número inteiro',
      yesNo: 'true ou false',
      list: 'uma lista',
      object: 'um objeto',
      true: 'true',
    },
    types: { text: 'texto', number: 'número', boolean: 'sim ou não', date: 'data', choice: 'escolha' },
    decided: { segment: 'o segmento', persona: 'a persona', score: 'a pontuação' },
  };
  const none: Readonly<Record<Named, string>> = {
    field: 'Não há campo',
    choice: 'Não há opção',
    list: 'Não há lista',
    signal: 'Não há sinal',
    segment: 'Não há segmento',
    persona: 'Não há persona',
    exclusion: 'Não há critério de exclusão',
    product: 'Não há produto',
    group: 'Não há grupo de pontuação',
    rule: 'Não há regra de pontuação',
    band: 'Não há faixa',
    stage: 'Não há etapa',
    reason: 'Não há motivo',
    snoozeReason: 'Não há motivo de adiamento',
    route: 'Não há rota',
    policy: 'Não há prazo',
    calendar: 'Não há calendário',
    signer: 'Não há signatário',
    source: 'Não há origem',
    rate: 'Não há câmbio',
    quota: 'Não há cota',
    goal: 'Não há meta',
    material: 'Não há material',
    site: 'Não há site',
  };
  return {
    didYouMean: (name) => `Você quis dizer “${name}”?`,
    fault: (fault) => {
      switch (fault.code) {
        case 'missing':
          return `Falta “${fault.key}”.`;
        case 'wrong_type':
          return `Aqui deve ir ${choice(fault.expected.map((kind) => terms.kinds[kind]))}.`;
        case 'unknown_key':
          return `“${short(fault.key)}” não existe aqui.`;
        case 'reserved_key':
          return `“${fault.key}” não pode ser usado como nome.`;
        case 'not_one_of':
          return `Aqui deve ir ${choice(quoted(fault.choices))}.`;
        case 'choose_one':
          return `Aqui é preciso exatamente um destes: ${choice(quoted(fault.keys))}.`;
        case 'exclude_each_other':
          return `Só um destes pode ser usado: ${choice(quoted(fault.keys))}.`;
        case 'text_empty':
          return 'Este texto não pode ficar vazio.';
        case 'text_too_long':
          return `Texto longo demais: no máximo ${number(fault.max)} caracteres.`;
        case 'text_length':
          return `Este texto deve ter exatamente ${number(fault.length)} caracteres.`;
        case 'too_many':
          return `Itens demais: no máximo ${number(fault.max)}.`;
        case 'too_few':
          return `Itens de menos: no mínimo ${number(fault.min)}.`;
        case 'number_too_big':
          return `Este número deve ser ${fault.inclusive ? 'no máximo' : 'menor que'} ${number(fault.max)}.`;
        case 'number_too_small':
          return `Este número deve ser ${fault.inclusive ? 'no mínimo' : 'maior que'} ${number(fault.min)}.`;
        case 'bad_field_id':
          return 'O id de um campo começa com letra minúscula e só tem letras sem acento e números, como “companySize”.';
        case 'bad_date':
          return 'Aqui deve ir uma data escrita como AAAA-MM-DD.';
        case 'bad_time':
          return 'Aqui deve ir um horário de 00:00 a 24:00, escrito como HH:MM.';
        case 'bad_link':
          return 'Aqui deve ir um link, como https://example.com/guia.';
        case 'not_allowed':
          return 'Este valor não cabe aqui.';
        case 'too_many_problems':
          return `Mais de ${number(fault.shown)} problemas: corrija estes primeiro.`;
        case 'unknown_reference':
          return `${none[fault.what]} “${short(fault.id)}” neste acordo.`;
        case 'duplicate':
          return `“${short(fault.id)}” aparece mais de uma vez: cada nome deve ser único.`;
        case 'reserved_field':
          return `“${fault.id}” é um campo de todo espaço de trabalho: seu tipo deve ser texto ou escolha.`;
        case 'choices_missing':
          return 'Um campo do tipo “choice” precisa das suas opções.';
        case 'too_deep':
          return `Critérios têm no máximo ${number(fault.max)} níveis de profundidade.`;
        case 'too_many_nodes':
          return `Um critério tem no máximo ${number(fault.max)} partes. Listas de valores comportam milhares.`;
        case 'decided_later':
          return fault.place === fault.asks
            ? `O que decide ${terms.decided[fault.place]} não pode depender do próprio resultado.`
            : `Primeiro se decide ${terms.decided[fault.place]}, depois ${terms.decided[fault.asks]}: não dá para perguntar antes.`;
        case 'operator_type':
          return `“${fault.operator}” não serve para “${fault.field}”, que é do tipo ${terms.types[fault.type]}.`;
        case 'value_type':
          return `“${fault.field}” é do tipo ${terms.types[fault.type]}: este valor nunca será igual.`;
        case 'empty_range':
          return 'O intervalo termina antes de começar.';
        case 'never_met':
          return `Isto nunca acontece: o limite é de ${number(fault.limit)} pontos.`;
        case 'always_met':
          return `Isto sempre acontece: o limite é de ${number(fault.limit)} pontos.`;
        case 'min_above_max':
          return 'O limite inferior está acima do superior.';
        case 'bands_not_descending':
          return `As faixas vão da melhor para a pior: “${fault.band}” vem depois de “${fault.previous}” e pede menos pontos.`;
        case 'handoff_first':
          return 'A passagem não pode ser na primeira etapa: ninguém entra nela.';
        case 'handoff_last':
          return 'A passagem não pode ser na última etapa: não resta nada a fazer.';
        case 'accepted_not_after':
          return 'A etapa dos leads aceitos deve vir depois da etapa da passagem.';
        case 'accepted_automatic':
          return 'Entra-se nesta etapa ao aceitar, mas os leads também podem entrar sozinhos.';
        case 'no_way_in':
          return `Ninguém entra sozinho em “${fault.stage}”: não tem critérios nem via rápida.`;
        case 'no_reason':
          return fault.answer === 'recycled'
            ? 'Não há motivo para devolver um lead à nutrição, então ninguém poderia devolver.'
            : 'Não há motivo para desqualificar um lead, então ninguém poderia desqualificar.';
        case 'dates_beyond_window':
          return 'Tantos dias não cabem na janela combinada: nenhum lead poderia ficar “sem contato”.';
        case 'channels_beyond':
          return `Só existem ${number(fault.max)} canais.`;
        case 'minimum_above_attempts':
          return `Isto pede mais do que as ${number(fault.attempts)} tentativas combinadas.`;
        case 'cadence_below_minimum':
          return `A cadência acaba com ${number(fault.times)} tentativas; para “sem contato” são precisas ${number(fault.attempts)}.`;
        case 'needs_repeat':
          return 'Uma cadência precisa de “repeat”: quantas tentativas foram combinadas.';
        case 'repeat_unused':
          return '“repeat” não tem efeito aqui: só uma cadência se repete.';
        case 'needs_stage':
          return 'Um prazo “stage_time” precisa de “stage”: a etapa que ele mede.';
        case 'stage_unused':
          return '“stage” não tem efeito aqui: só um prazo “stage_time” mede uma etapa.';
        case 'mixed_time':
          return 'Este tempo e o do prazo devem ser ambos úteis, ou nenhum dos dois.';
        case 'warns_at_start':
          return 'O aviso vem com tanta antecedência quanto dura o prazo: estaria vencendo desde o início.';
        case 'level_without_criterion':
          return `Um prazo de nível “${fault.level}” sem “when” vale para todos e esconde os mais gerais.`;
        case 'other_party':
          return `“${fault.kind}” é um prazo ${fault.party === 'neutral' ? 'do mediador (“neutral”)' : fault.party === 'sales' ? 'de vendas (“sales”)' : 'de marketing (“marketing”)'}.`;
        case 'no_default_response':
          return 'Nenhuma primeira resposta padrão foi combinada: leads fora das outras regras ficam sem prazo.';
        case 'unknown_zone':
          return `“${short(fault.zone)}” não é um fuso horário.`;
        case 'no_open_time':
          return 'Esta semana não tem horário aberto: todo prazo esperaria para sempre.';
        case 'closed_too_long':
          return `Fechado de ${fault.from} a ${fault.to}, ${number(fault.days)} dias seguidos: no máximo 92.`;
        case 'opens_at_midnight_end':
          return '24:00 pode encerrar um período, não abrir: use 00:00 do dia seguinte.';
        case 'hours_overlap':
          return 'Este período começa antes de o anterior terminar.';
        case 'signer_missing':
          return `Os dois lados assinam, ou nenhum: falta quem assine por ${fault.side === 'sales' ? 'vendas' : 'marketing'}.`;
        case 'bad_currency':
          return 'Aqui deve ir um código de moeda em maiúsculas, como BRL.';
        case 'unknown_site':
          return `“${short(fault.id)}” não é um site que a extensão conheça: informe os endereços dele para incluí-lo como seu.`;
        case 'bad_host':
          return 'Aqui deve ir um endereço como crm.exemplo.com.br ou *.exemplo.com.br, sem https:// e sem caminho.';
        case 'bad_selector':
          return 'Isto não é um seletor: confira os colchetes e as aspas.';
      }
    },
  };
}
