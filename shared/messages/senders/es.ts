import type { SendersWords } from './words.ts';

export const es: SendersWords = {
  names: {
    html: 'Un formulario de tu sitio',
    typeform: 'Typeform',
    webflow: 'Webflow',
    marketo: 'Marketo',
    standard: 'Otro sistema que firma',
  },
  hints: {
    html: 'Sin firma: quien sepa la dirección puede agregar leads y señales, y nada más.',
    typeform: 'Firmado: también puede completar leads.',
    webflow: 'Firmado, si el webhook lo creó una app: también puede completar leads.',
    marketo:
      'Marketo no firma, así que envía una clave nuestra en un encabezado: también puede completar leads.',
    standard: 'Firmado con Standard Webhooks: también puede completar leads.',
  },
  kinds: {
    form: 'Un formulario',
    typeform: 'Typeform',
    webflow: 'Webflow',
    key: 'Un sistema con clave',
    standard: 'Un sistema que firma',
  },
  theirSecret: 'Secreto con que firma Webflow',
  theirSecretHint: 'El client secret de la app que crea el webhook.',
  emailHint: {
    html: 'Como lo llama el formulario, por ejemplo email.',
    typeform: 'email es la respuesta a la pregunta de correo; las otras son answers/ y la referencia.',
    webflow: 'Como se llama el campo en Webflow, con las mayúsculas.',
    marketo: 'Como en la plantilla que recibes a continuación.',
    standard: 'Como lo llama el mensaje, por ejemplo email o /contact/email.',
  },
  setUp: 'Qué hacer allí',
  steps: {
    html: [
      'Pon la dirección de arriba como action del formulario, con el método post.',
      'Da a sus campos los nombres que llenaste aquí.',
      'Para seguir en una página tuya, añade un campo oculto _next con su dirección.',
      'Contra robots, añade un campo _gotcha que las personas no ven: quien lo rellene no se recibe.',
    ],
    typeform: [
      'Abre el formulario en Typeform, luego Connect, luego Webhooks, y agrega la dirección de arriba.',
      'Edita el webhook, pon el secreto de arriba en el campo Secret, guárdalo y actívalo.',
      'Envía una prueba desde allí: aparece aquí en “Lo que llegó”.',
    ],
    webflow: [
      'Haz que tu app cree un webhook de envío de formulario (form_submission) con la dirección de arriba.',
      'Un webhook creado en los ajustes del sitio no va firmado. Para ese elige aquí “Un formulario de tu sitio”.',
    ],
    marketo: [
      'En Marketo abre Admin, luego Webhooks, luego New Webhook.',
      'URL: la dirección de arriba. Request type: POST. Request token encoding: JSON. Response type: JSON.',
      'Payload template: la plantilla de abajo. Marketo mismo pone las comillas a los textos.',
      'Webhooks Actions, Set Custom Header: Content-Type es application/json, X-Combinado-Key es la clave de arriba.',
      'Llama al webhook desde una campaña de activación; responde al instante. Marketo no repite lo que falló.',
    ],
    standard: [
      'Pon la dirección de arriba como webhook del otro sistema.',
      'Dale el secreto de arriba; firma cada mensaje con él.',
    ],
  },
  template: 'Plantilla del mensaje (payload template)',
  templateHint: 'La última línea hace único cada mensaje: el mismo dos veces cuenta una vez.',
  key: 'Clave para el encabezado X-Combinado-Key',
};
