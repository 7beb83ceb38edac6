import type { SendersWords } from './words.ts';

export const ptBR: SendersWords = {
  names: {
    html: 'Um formulário do seu site',
    typeform: 'Typeform',
    webflow: 'Webflow',
    marketo: 'Marketo',
    standard: 'Outro sistema que assina',
  },
  hints: {
    html: 'Sem assinatura: quem souber o endereço pode acrescentar leads e sinais, e só.',
    typeform: 'Assinado: também pode completar leads.',
    webflow: 'Assinado, se o webhook foi criado por um app: também pode completar leads.',
    marketo: 'O Marketo não assina, então envia uma chave nossa num cabeçalho: também pode completar leads.',
    standard: 'Assinado por Standard Webhooks: também pode completar leads.',
  },
  kinds: {
    form: 'Um formulário',
    typeform: 'Typeform',
    webflow: 'Webflow',
    key: 'Um sistema com chave',
    standard: 'Um sistema que assina',
  },
  theirSecret: 'Segredo com que o Webflow assina',
  theirSecretHint: 'O client secret do app que cria o webhook.',
  emailHint: {
    html: 'Como o formulário o chama, por exemplo email.',
    typeform: 'email é a resposta à pergunta de e-mail; as outras são answers/ e a referência.',
    webflow: 'Como o campo se chama no Webflow, com as maiúsculas.',
    marketo: 'Como no modelo que você recebe a seguir.',
    standard: 'Como a mensagem o chama, por exemplo email ou /contact/email.',
  },
  setUp: 'O que fazer lá',
  steps: {
    html: [
      'Coloque o endereço acima como action do formulário, com o método post.',
      'Dê aos campos os nomes que você preencheu aqui.',
      'Para seguir numa página sua, acrescente um campo oculto _next com o endereço dela.',
      'Contra robôs, acrescente um campo _gotcha que as pessoas não veem: quem o preencher não é recebido.',
    ],
    typeform: [
      'Abra o formulário no Typeform, depois Connect, depois Webhooks, e adicione o endereço acima.',
      'Edite o webhook, coloque o segredo acima no campo Secret, salve e ligue.',
      'Envie um teste de lá: ele aparece aqui em “O que chegou”.',
    ],
    webflow: [
      'Faça seu app criar um webhook de envio de formulário (gatilho form_submission) com o endereço acima.',
      'Um webhook criado nas configurações do site não é assinado. Para ele escolha aqui “Um formulário do seu site”.',
    ],
    marketo: [
      'No Marketo abra Admin, depois Webhooks, depois New Webhook.',
      'URL: o endereço acima. Request type: POST. Request token encoding: JSON. Response type: JSON.',
      'Payload template: o modelo abaixo. O próprio Marketo põe as aspas nos textos.',
      'Webhooks Actions, Set Custom Header: Content-Type é application/json, X-Combinado-Key é a chave acima.',
      'Chame o webhook numa campanha de gatilho; ele responde na hora. O Marketo não repete o que falhou.',
    ],
    standard: [
      'Coloque o endereço acima como webhook do outro sistema.',
      'Dê a ele o segredo acima; ele assina cada mensagem com ele.',
    ],
  },
  template: 'Modelo da mensagem (payload template)',
  templateHint: 'A última linha torna cada mensagem única: a mesma duas vezes conta uma vez.',
  key: 'Chave para o cabeçalho X-Combinado-Key',
};
