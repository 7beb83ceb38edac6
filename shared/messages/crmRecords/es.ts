import type { CrmRecordsWords } from './words.ts';

export const es: CrmRecordsWords = {
  title: 'En el CRM y no aquí',
  about: 'Registros tal como están ahora, sea cual sea el período.',
  none: 'Ningún CRM está conectado. Con uno, aquí se ve qué registros suyos no son leads aquí y por qué, y qué leads no están en él.',
  connect: 'Conectar un CRM',
  ask: 'Quien administra puede conectar uno.',
  system: 'Sistema',
  here: 'Leads aquí',
  notHere: 'No están aquí',
  why: 'Por qué',
  all: 'Todos sus registros están aquí.',
  reading: 'Se está leyendo por primera vez. Lo que falta se sabe al terminar.',
  still: 'Ahora no se está leyendo: vale la última lectura.',
  whys: {
    deal_of_nobody: 'Negocios sin contacto',
    failed: 'No pudieron entrar',
    erased: 'Borrados aquí',
    expired: 'Guardados el plazo acordado y luego eliminados aquí',
  },
  next: {
    deal_of_nobody: 'Agrega el contacto al negocio en el CRM, para que su lead reciba el crédito.',
    failed: 'Quien administra ve el motivo en Conexiones y lo intenta de nuevo.',
    erased: 'La persona pidió que se la olvidara. Quien cuida el CRM decide sobre el registro de allá.',
    expired: 'Vuelve cuando el registro cambie allá.',
  },
  open: (system, why) => `${why}, en ${system}`,
  listed: { one: '# registro', other: '# registros' },
  record: 'Registro',
  unnamed: 'ya no se nombra',
  opens: (system) => `se abre en ${system}`,
  more: 'Mostrar más',
};
