import type { Named } from '../../definitions/check/fault.ts';
import { termsFor } from '../terms/index.ts';
import { type ProblemWords, quoted, short, type Terms } from './words.ts';

export function spanish(): ProblemWords {
  const { number, choice } = termsFor('es').format;
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
    didYouMean: (name) => `¿Quisiste decir “${name}”?`,
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
          return `Más de ${number(fault.shown)} problemas: corrige primero estos.`;
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
          return '24:00 puede cerrar un período, no abrirlo: usa 00:00 del día siguiente.';
        case 'hours_overlap':
          return 'Este período empieza antes de que termine el anterior.';
        case 'signer_missing':
          return `Firman los dos lados o ninguno: falta quien firme por ${fault.side === 'sales' ? 'ventas' : 'marketing'}.`;
        case 'bad_currency':
          return 'Aquí va un código de moneda en mayúsculas, como MXN.';
        case 'unknown_site':
          return `“${short(fault.id)}” no es un sitio que la extensión conozca: indica sus direcciones para agregarlo como propio.`;
        case 'bad_host':
          return 'Aquí va una dirección como crm.ejemplo.com o *.ejemplo.com, sin https:// y sin ruta.';
        case 'bad_selector':
          return 'Esto no es un selector: revisa los corchetes y las comillas.';
      }
    },
  };
}
