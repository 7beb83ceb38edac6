import type { SendersWords } from './words.ts';

export const en: SendersWords = {
  names: {
    html: 'A form on your site',
    typeform: 'Typeform',
    webflow: 'Webflow',
    marketo: 'Marketo',
    standard: 'Another system that signs',
  },
  hints: {
    html: 'Unsigned: whoever knows the address may add leads and signals, and nothing else.',
    typeform: 'Signed: it may complete leads, too.',
    webflow: 'Signed, if the webhook was made by an app: it may complete leads, too.',
    marketo: 'Marketo signs nothing, so it sends a key of ours in a header: it may complete leads, too.',
    standard: 'Signed by Standard Webhooks: it may complete leads, too.',
  },
  kinds: {
    form: 'A form',
    typeform: 'Typeform',
    webflow: 'Webflow',
    key: 'A system with a key',
    standard: 'A system that signs',
  },
  theirSecret: 'Secret Webflow signs with',
  theirSecretHint: 'The client secret of the app that makes the webhook.',
  emailHint: {
    html: 'As the form calls it, such as email.',
    typeform: 'email is the answer to the question for an e-mail; others are answers/ and the reference.',
    webflow: 'As the field is called in Webflow, capital letters too.',
    marketo: 'As in the template you get next.',
    standard: 'As the message calls it, such as email or /contact/email.',
  },
  setUp: 'What to do there',
  steps: {
    html: [
      'Put the address above as the action of your form, with the method post.',
      'Give its fields the names you filled in here.',
      'To go on at a page of yours, add a hidden field _next with its address.',
      'Against robots, add a field _gotcha that people do not see: whoever fills it in is not taken.',
    ],
    typeform: [
      'Open the form in Typeform, then Connect, then Webhooks, and add the address above.',
      'Edit the webhook, put the secret above in its field Secret, save it and switch it on.',
      'Send a test from there: it shows here under “What came in”.',
    ],
    webflow: [
      'Let your app make a webhook for form submissions (trigger form_submission) with the address above.',
      'A webhook made in the site’s settings is not signed. For that one choose “A form on your site” here.',
    ],
    marketo: [
      'In Marketo open Admin, then Webhooks, then New Webhook.',
      'URL: the address above. Request type: POST. Request token encoding: JSON. Response type: JSON.',
      'Payload template: the one below. Marketo puts the quotes around words itself.',
      'Webhooks Actions, Set Custom Header: Content-Type is application/json, X-Combinado-Key is the key above.',
      'Call the webhook from a trigger campaign; it is answered at once. Marketo does not repeat what failed.',
    ],
    standard: [
      'Put the address above as the webhook of the other system.',
      'Give it the secret above; it signs each message with it.',
    ],
  },
  template: 'Payload template',
  templateHint: 'The last line makes each message its own: the same one twice is taken once.',
  key: 'Key for the header X-Combinado-Key',
};
