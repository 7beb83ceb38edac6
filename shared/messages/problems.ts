/**
 * What is wrong with an agreement, in plain sentences (DEF1). Apart from the catalog, because only
 * the worker and the console ever check one: the extension need not carry these.
 */
import type { Decided, Fault, Named, ValueKind } from '../definitions/check/fault.ts';
import type { Field } from '../definitions/field.ts';
import type { Language } from '../lead/vocabulary.ts';
import { messagesFor } from './catalog.ts';

export interface ProblemWords {
  readonly fault: (fault: Fault) => string;
  readonly didYouMean: (name: string) => string;
}

interface Terms {
  readonly kinds: Readonly<Record<ValueKind, string>>;
  readonly types: Readonly<Record<Field['type'], string>>;
  readonly decided: Readonly<Record<Decided, string>>;
}

/** Long lists of allowed words are cut: the pointer leads to the rest. */
const SHOWN = 14;
const quoted = (words: readonly string[]) => words.slice(0, SHOWN).map((word) => `“${word}”`);
/** A name as it was written, short enough for a line. */
const short = (name: string) => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

const WORDS: Readonly<Record<Language, ProblemWords>> = {
  en: english(),
  'pt-BR': portuguese(),
  es: spanish(),
};

export function problemWords(language: Language): ProblemWords {
  return WORDS[language];
}

function english(): ProblemWords {
  const { number, choice } = messagesFor('en').format;
  const terms: Terms = {
    kinds: {
      text: 'text',
      number: 'a number',
      whole: 'a whole number',
      yesNo: 'true or false',
      list: 'a list',
      object: 'an object',
      true: 'true',
    },
    types: { text: 'text', number: 'a number', boolean: 'yes or no', date: 'a date', choice: 'a choice' },
    decided: { segment: 'segment', persona: 'persona', score: 'score' },
  };
  const named: Readonly<Record<Named, string>> = {
    field: 'field',
    choice: 'choice',
    list: 'list',
    signal: 'signal',
    segment: 'segment',
    persona: 'persona',
    exclusion: 'exclusion',
    product: 'product',
    group: 'scoring group',
    rule: 'scoring rule',
    band: 'band',
    stage: 'stage',
    reason: 'reason',
    snoozeReason: 'snooze reason',
    route: 'route',
    policy: 'policy',
    calendar: 'calendar',
    signer: 'signer',
    source: 'source',
    rate: 'exchange rate',
    quota: 'quota',
    goal: 'goal',
    material: 'material',
    site: 'site',
  };
  return {
    didYouMean: (name) => `Did you mean “${name}”?`,
    fault: (fault) => {
      switch (fault.code) {
        case 'missing':
          return `“${fault.key}” is missing.`;
        case 'wrong_type':
          return `This must be ${choice(fault.expected.map((kind) => terms.kinds[kind]))}.`;
        case 'unknown_key':
          return `There is no “${short(fault.key)}” here.`;
        case 'reserved_key':
          return `“${fault.key}” cannot be used as a name.`;
        case 'not_one_of':
          return `This must be one of ${choice(quoted(fault.choices))}.`;
        case 'choose_one':
          return `Exactly one of ${choice(quoted(fault.keys))} is needed here.`;
        case 'exclude_each_other':
          return `Only one of ${choice(quoted(fault.keys))} may be used.`;
        case 'text_empty':
          return 'This text must not be empty.';
        case 'text_too_long':
          return `This text is too long: at most ${number(fault.max)} characters.`;
        case 'text_length':
          return `This text must have exactly ${number(fault.length)} characters.`;
        case 'too_many':
          return `Too many entries: at most ${number(fault.max)}.`;
        case 'too_few':
          return `Too few entries: at least ${number(fault.min)}.`;
        case 'number_too_big':
          return `This number must be ${fault.inclusive ? 'at most' : 'less than'} ${number(fault.max)}.`;
        case 'number_too_small':
          return `This number must be ${fault.inclusive ? 'at least' : 'more than'} ${number(fault.min)}.`;
        case 'bad_field_id':
          return 'A field’s id begins with a small letter and has only letters and digits, such as “companySize”.';
        case 'bad_date':
          return 'This must be a date written as YYYY-MM-DD.';
        case 'bad_time':
          return 'This must be a time from 00:00 to 24:00, written as HH:MM.';
        case 'bad_link':
          return 'This must be a link, such as https://example.com/guide.';
        case 'not_allowed':
          return 'This value does not fit here.';
        case 'too_many_problems':
          return `More than ${number(fault.shown)} problems: mend these first.`;
        case 'unknown_reference':
          return `There is no ${named[fault.what]} “${short(fault.id)}” in this agreement.`;
        case 'duplicate':
          return `Two of these have the same name: ${named[fault.what]} “${short(fault.id)}”.`;
        case 'reserved_field':
          return `“${fault.id}” is a field every workspace has: its type must be text or choice.`;
        case 'choices_missing':
          return 'A field of type “choice” needs its choices.';
        case 'too_deep':
          return `Criteria may be nested ${number(fault.max)} levels deep, no deeper.`;
        case 'too_many_nodes':
          return `One criterion may have ${number(fault.max)} parts, no more. Lists of values can hold thousands.`;
        case 'decided_later':
          return fault.place === fault.asks
            ? `What decides the ${terms.decided[fault.place]} cannot ask for the ${terms.decided[fault.asks]}.`
            : `The ${terms.decided[fault.place]} is decided before the ${terms.decided[fault.asks]}, so it cannot ask for it.`;
        case 'operator_type':
          return `“${fault.operator}” does not work on “${fault.field}”, which is ${terms.types[fault.type]}.`;
        case 'value_type':
          return `“${fault.field}” is ${terms.types[fault.type]}: this value never matches it.`;
        case 'empty_range':
          return 'The range ends before it begins.';
        case 'never_met':
          return `This can never be met: the limit is ${number(fault.limit)} points.`;
        case 'always_met':
          return `This is always met: the limit is ${number(fault.limit)} points.`;
        case 'min_above_max':
          return 'The lower limit is above the upper one.';
        case 'bands_not_descending':
          return `Bands go from the best down: “${fault.band}” must come after “${fault.previous}” and ask for fewer points.`;
        case 'handoff_first':
          return 'Leads cannot be handed over at the first stage: nobody enters it.';
        case 'handoff_last':
          return 'Leads cannot be handed over at the last stage: nothing is left to do there.';
        case 'accepted_not_after':
          return 'The stage of accepted leads must come after the hand-off stage.';
        case 'accepted_automatic':
          return 'This stage is entered by accepting, yet leads may also enter it by themselves.';
        case 'no_way_in':
          return `Nobody enters “${fault.stage}” by itself: it has neither criteria nor a fast track.`;
        case 'no_reason':
          return fault.answer === 'recycled'
            ? 'There is no reason for returning a lead to nurture, so nobody could.'
            : 'There is no reason for disqualifying a lead, so nobody could.';
        case 'dates_beyond_window':
          return 'This many days do not fit into the agreed window: nobody could ever be called unreachable.';
        case 'channels_beyond':
          return `There are only ${number(fault.max)} channels.`;
        case 'minimum_above_attempts':
          return `This asks for more than the ${number(fault.attempts)} agreed attempts.`;
        case 'cadence_below_minimum':
          return `The cadence ends after ${number(fault.times)} attempts; calling a lead unreachable takes ${number(fault.attempts)}.`;
        case 'needs_repeat':
          return 'A cadence needs “repeat”: how many attempts were agreed.';
        case 'repeat_unused':
          return '“repeat” has no effect here: only a cadence repeats.';
        case 'needs_stage':
          return 'A “stage_time” policy needs “stage”: the stage it times.';
        case 'stage_unused':
          return '“stage” has no effect here: only a “stage_time” policy times a stage.';
        case 'mixed_time':
          return 'This and the target must both be business time, or neither.';
        case 'warns_at_start':
          return 'This warns as long before the end as the whole promise lasts: at risk from the start.';
        case 'level_without_criterion':
          return `A policy at level “${fault.level}” without “when” applies to everyone and hides the more general ones.`;
        case 'other_party':
          return `“${fault.kind}” is a promise of ${fault.party === 'neutral' ? 'the referee (“neutral”)' : fault.party}.`;
        case 'no_default_response':
          return 'No first response is promised by default: leads no policy matches have no deadline.';
        case 'unknown_zone':
          return `“${short(fault.zone)}” is no time zone.`;
        case 'no_open_time':
          return 'This week has no open time: every deadline would wait for ever.';
        case 'closed_too_long':
          return `Closed from ${fault.from} to ${fault.to}, ${number(fault.days)} days in a row: at most 92 are allowed.`;
        case 'opens_at_midnight_end':
          return '24:00 may end a period, not begin one: use 00:00 of the next day.';
        case 'hours_overlap':
          return 'This period begins before the one above it ends.';
        case 'signer_missing':
          return `Both sides sign or none: no signer of ${fault.side} is named.`;
        case 'bad_currency':
          return 'This must be a currency code in capitals, such as USD.';
        case 'unknown_site':
          return `“${short(fault.id)}” is no site the extension knows: name its hosts to add it as one of your own.`;
        case 'bad_host':
          return 'This must be a host such as crm.example.com or *.example.com, without https:// and without a path.';
        case 'bad_selector':
          return 'This is no selector: check its brackets and quotes.';
      }
    },
  };
}

function portuguese(): ProblemWords {
  const { number, choice } = messagesFor('pt-BR').format;
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

function spanish(): ProblemWords {
  const { number, choice } = messagesFor('es').format;
  const terms: Terms = {
    kinds: {
      text: 'un texto',
      number: 'un número',
      whole: 'un número entero',
      yesNo: 'true o false',
      list: 'una lista',
      object: 'un objeto',
      true: 'true',
    },
    types: { text: 'texto', number: 'número', boolean: 'sí o no', date: 'fecha', choice: 'opción' },
    decided: { segment: 'el segmento', persona: 'la persona', score: 'el puntaje' },
  };
  const none: Readonly<Record<Named, string>> = {
    field: 'No hay campo',
    choice: 'No hay opción',
    list: 'No hay lista',
    signal: 'No hay señal',
    segment: 'No hay segmento',
    persona: 'No hay persona',
    exclusion: 'No hay exclusión',
    product: 'No hay producto',
    group: 'No hay grupo de puntaje',
    rule: 'No hay regla de puntaje',
    band: 'No hay banda',
    stage: 'No hay etapa',
    reason: 'No hay motivo',
    snoozeReason: 'No hay motivo para posponer',
    route: 'No hay ruta',
    policy: 'No hay plazo',
    calendar: 'No hay calendario',
    signer: 'No hay firmante',
    source: 'No hay origen',
    rate: 'No hay tipo de cambio',
    quota: 'No hay cuota',
    goal: 'No hay meta',
    material: 'No hay material',
    site: 'No hay sitio',
  };
  return {
    didYouMean: (name) => `¿Quiso decir “${name}”?`,
    fault: (fault) => {
      switch (fault.code) {
        case 'missing':
          return `Falta “${fault.key}”.`;
        case 'wrong_type':
          return `Aquí va ${choice(fault.expected.map((kind) => terms.kinds[kind]))}.`;
        case 'unknown_key':
          return `“${short(fault.key)}” no existe aquí.`;
        case 'reserved_key':
          return `“${fault.key}” no puede usarse como nombre.`;
        case 'not_one_of':
          return `Aquí va ${choice(quoted(fault.choices))}.`;
        case 'choose_one':
          return `Aquí hace falta exactamente uno de estos: ${choice(quoted(fault.keys))}.`;
        case 'exclude_each_other':
          return `Solo puede usarse uno de estos: ${choice(quoted(fault.keys))}.`;
        case 'text_empty':
          return 'Este texto no puede quedar vacío.';
        case 'text_too_long':
          return `Texto demasiado largo: ${number(fault.max)} caracteres como máximo.`;
        case 'text_length':
          return `Este texto debe tener exactamente ${number(fault.length)} caracteres.`;
        case 'too_many':
          return `Demasiados elementos: ${number(fault.max)} como máximo.`;
        case 'too_few':
          return `Faltan elementos: ${number(fault.min)} como mínimo.`;
        case 'number_too_big':
          return `Este número debe ser ${fault.inclusive ? 'como máximo' : 'menor que'} ${number(fault.max)}.`;
        case 'number_too_small':
          return `Este número debe ser ${fault.inclusive ? 'como mínimo' : 'mayor que'} ${number(fault.min)}.`;
        case 'bad_field_id':
          return 'El id de un campo empieza con minúscula y solo tiene letras sin acento y números, como “companySize”.';
        case 'bad_date':
          return 'Aquí va una fecha escrita como AAAA-MM-DD.';
        case 'bad_time':
          return 'Aquí va una hora de 00:00 a 24:00, escrita como HH:MM.';
        case 'bad_link':
          return 'Aquí va un enlace, como https://example.com/guia.';
        case 'not_allowed':
          return 'Este valor no cabe aquí.';
        case 'too_many_problems':
          return `Más de ${number(fault.shown)} problemas: corrija primero estos.`;
        case 'unknown_reference':
          return `${none[fault.what]} “${short(fault.id)}” en este acuerdo.`;
        case 'duplicate':
          return `“${short(fault.id)}” aparece más de una vez: cada nombre debe ser único.`;
        case 'reserved_field':
          return `“${fault.id}” es un campo de todo espacio de trabajo: su tipo debe ser texto u opción.`;
        case 'choices_missing':
          return 'Un campo de tipo “choice” necesita sus opciones.';
        case 'too_deep':
          return `Los criterios tienen ${number(fault.max)} niveles de profundidad como máximo.`;
        case 'too_many_nodes':
          return `Un criterio tiene ${number(fault.max)} partes como máximo. Las listas de valores admiten miles.`;
        case 'decided_later':
          return fault.place === fault.asks
            ? `Lo que decide ${terms.decided[fault.place]} no puede depender de su propio resultado.`
            : `Primero se decide ${terms.decided[fault.place]} y después ${terms.decided[fault.asks]}: no se puede preguntar antes.`;
        case 'operator_type':
          return `“${fault.operator}” no sirve para “${fault.field}”, que es de tipo ${terms.types[fault.type]}.`;
        case 'value_type':
          return `“${fault.field}” es de tipo ${terms.types[fault.type]}: este valor nunca coincidirá.`;
        case 'empty_range':
          return 'El rango termina antes de empezar.';
        case 'never_met':
          return `Esto nunca se cumple: el límite es de ${number(fault.limit)} puntos.`;
        case 'always_met':
          return `Esto se cumple siempre: el límite es de ${number(fault.limit)} puntos.`;
        case 'min_above_max':
          return 'El límite inferior está por encima del superior.';
        case 'bands_not_descending':
          return `Las bandas van de la mejor a la peor: “${fault.band}” va después de “${fault.previous}” y pide menos puntos.`;
        case 'handoff_first':
          return 'El traspaso no puede ser en la primera etapa: nadie entra en ella.';
        case 'handoff_last':
          return 'El traspaso no puede ser en la última etapa: no queda nada por hacer.';
        case 'accepted_not_after':
          return 'La etapa de los leads aceptados debe ir después de la etapa del traspaso.';
        case 'accepted_automatic':
          return 'A esta etapa se entra al aceptar, pero los leads también pueden entrar solos.';
        case 'no_way_in':
          return `Nadie entra solo en “${fault.stage}”: no tiene criterios ni vía rápida.`;
        case 'no_reason':
          return fault.answer === 'recycled'
            ? 'No hay motivo para devolver un lead a nutrición, así que nadie podría hacerlo.'
            : 'No hay motivo para descartar un lead, así que nadie podría hacerlo.';
        case 'dates_beyond_window':
          return 'Tantos días no caben en el plazo acordado: ningún lead podría quedar “sin contacto”.';
        case 'channels_beyond':
          return `Solo existen ${number(fault.max)} canales.`;
        case 'minimum_above_attempts':
          return `Esto pide más que los ${number(fault.attempts)} intentos acordados.`;
        case 'cadence_below_minimum':
          return `La cadencia termina con ${number(fault.times)} intentos; para “sin contacto” hacen falta ${number(fault.attempts)}.`;
        case 'needs_repeat':
          return 'Una cadencia necesita “repeat”: cuántos intentos se acordaron.';
        case 'repeat_unused':
          return '“repeat” no tiene efecto aquí: solo una cadencia se repite.';
        case 'needs_stage':
          return 'Un plazo “stage_time” necesita “stage”: la etapa que mide.';
        case 'stage_unused':
          return '“stage” no tiene efecto aquí: solo un plazo “stage_time” mide una etapa.';
        case 'mixed_time':
          return 'Este tiempo y el del plazo deben ser ambos hábiles, o ninguno de los dos.';
        case 'warns_at_start':
          return 'El aviso llega con tanta antelación como dura el plazo: estaría por vencer desde el inicio.';
        case 'level_without_criterion':
          return `Un plazo de nivel “${fault.level}” sin “when” vale para todos y oculta los más generales.`;
        case 'other_party':
          return `“${fault.kind}” es un plazo ${fault.party === 'neutral' ? 'del mediador (“neutral”)' : fault.party === 'sales' ? 'de ventas (“sales”)' : 'de marketing (“marketing”)'}.`;
        case 'no_default_response':
          return 'No hay una primera respuesta acordada por defecto: los leads fuera de las demás reglas quedan sin plazo.';
        case 'unknown_zone':
          return `“${short(fault.zone)}” no es una zona horaria.`;
        case 'no_open_time':
          return 'Esta semana no tiene horario abierto: todo plazo esperaría para siempre.';
        case 'closed_too_long':
          return `Cerrado del ${fault.from} al ${fault.to}, ${number(fault.days)} días seguidos: 92 como máximo.`;
        case 'opens_at_midnight_end':
          return '24:00 puede cerrar un período, no abrirlo: use 00:00 del día siguiente.';
        case 'hours_overlap':
          return 'Este período empieza antes de que termine el anterior.';
        case 'signer_missing':
          return `Firman los dos lados o ninguno: falta quien firme por ${fault.side === 'sales' ? 'ventas' : 'marketing'}.`;
        case 'bad_currency':
          return 'Aquí va un código de moneda en mayúsculas, como MXN.';
        case 'unknown_site':
          return `“${short(fault.id)}” no es un sitio que la extensión conozca: indica sus direcciones para añadirlo como propio.`;
        case 'bad_host':
          return 'Aquí va una dirección como crm.ejemplo.com o *.ejemplo.com, sin https:// y sin ruta.';
        case 'bad_selector':
          return 'Esto no es un selector: revisa los corchetes y las comillas.';
      }
    },
  };
}
