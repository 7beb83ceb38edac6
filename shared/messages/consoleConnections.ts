/** What the room "Connections" says: files, hooks in, webhooks out, persons and records, what was done. */
import type { Language } from '../lead/vocabulary.ts';
import type { ImportState } from '../protocol/imports.ts';
import type { RetentionKind } from '../protocol/retention.ts';
import type { Forms } from './format.ts';

export type ConnectionsPart = 'imports' | 'systems' | 'incoming' | 'outgoing' | 'records' | 'audit';

export interface ConnectionsWords {
  readonly parts: Readonly<Record<ConnectionsPart, string>>;
  readonly copy: string;
  readonly copied: string;
  readonly name: string;
  readonly imports: {
    readonly about: string;
    readonly choose: string;
    readonly chooseHint: string;
    readonly columns: (file: string) => string;
    readonly column: string;
    readonly samples: string;
    readonly means: string;
    readonly ignore: string;
    readonly targets: Readonly<
      Record<'email' | 'phone' | 'owner' | 'capturedAt' | 'source' | 'campaign' | 'recordId', string>
    >;
    readonly groups: Readonly<Record<'lead' | 'fields' | 'signals' | 'attempts' | 'deal', string>>;
    readonly deal: Readonly<
      Record<'outcome' | 'amount' | 'currency' | 'closedOn' | 'openedOn' | 'id', string>
    >;
    readonly dates: string;
    readonly dayFirst: string;
    readonly monthFirst: string;
    readonly check: string;
    readonly start: string;
    readonly sending: string;
    readonly backlog: string;
    readonly list: string;
    readonly states: Readonly<Record<ImportState, string>>;
    readonly checked: string;
    readonly rows: Forms;
    readonly created: Forms;
    readonly changed: Forms;
    readonly unchanged: Forms;
    readonly failed: Forms;
    readonly line: string;
    readonly what: string;
    readonly allErrors: string;
    readonly cancel: string;
    readonly empty: string;
  };
  readonly incoming: {
    readonly about: string;
    readonly add: string;
    readonly kind: string;
    readonly kinds: Readonly<Record<'form' | 'standard', string>>;
    readonly kindHints: Readonly<Record<'form' | 'standard', string>>;
    readonly email: string;
    readonly emailHint: string;
    readonly phone: string;
    readonly fields: string;
    readonly fieldsHint: string;
    readonly key: string;
    readonly field: string;
    readonly addField: string;
    readonly removeField: (key: string) => string;
    readonly signal: string;
    readonly noSignal: string;
    readonly save: string;
    readonly address: string;
    readonly addressHint: string;
    readonly secret: string;
    readonly secretHint: string;
    readonly sample: string;
    readonly sampleHint: string;
    readonly tryIt: string;
    readonly wouldDo: string;
    readonly noJson: string;
    readonly deliveries: string;
    readonly states: Readonly<Record<'waiting' | 'done' | 'failed', string>>;
    readonly close: string;
    readonly closeOf: (name: string) => string;
    readonly closed: string;
    readonly none: string;
    readonly empty: string;
  };
  readonly outgoing: {
    readonly about: string;
    readonly add: string;
    readonly url: string;
    readonly format: string;
    readonly formats: Readonly<Record<'json' | 'slack' | 'teams', string>>;
    readonly events: string;
    readonly save: string;
    readonly secret: string;
    readonly secretHint: string;
    readonly test: string;
    readonly tested: string;
    readonly pause: string;
    readonly resume: string;
    readonly paused: Readonly<Record<'admin' | 'gone', string>>;
    readonly rotate: string;
    readonly rotated: (until: string) => string;
    readonly remove: string;
    readonly states: Readonly<Record<'waiting' | 'sent' | 'failed' | 'dead', string>>;
    readonly deliveries: string;
    readonly tryAgain: string;
    readonly empty: string;
  };
  readonly records: {
    readonly person: string;
    readonly personAbout: string;
    readonly by: string;
    readonly email: string;
    readonly phone: string;
    readonly export: string;
    readonly erase: string;
    readonly sure: (who: string) => string;
    readonly sureText: string;
    readonly erased: Forms;
    readonly retention: string;
    readonly retentionAbout: string;
    readonly kinds: Readonly<Record<RetentionKind, string>>;
    readonly days: string;
    readonly forever: string;
    readonly bounds: (least: string, most: string) => string;
    readonly save: string;
    readonly saved: string;
    readonly backup: string;
    readonly backupAbout: string;
    readonly download: string;
    readonly restore: string;
    readonly restoreAbout: string;
    readonly sureRestore: string;
    readonly sureRestoreText: string;
    readonly restoring: string;
    readonly health: string;
    readonly size: string;
    readonly leads: string;
    readonly facts: string;
    readonly waiting: string;
    readonly lag: string;
  };
  readonly audit: {
    readonly about: string;
    readonly when: string;
    readonly who: string;
    readonly what: string;
    readonly detail: string;
    readonly system: string;
    readonly more: string;
    readonly everybody: string;
    readonly empty: string;
  };
}

const en: ConnectionsWords = {
  parts: {
    imports: 'Files',
    systems: 'Systems',
    incoming: 'Coming in',
    outgoing: 'Going out',
    records: 'Persons and records',
    audit: 'What was done',
  },
  copy: 'Copy',
  copied: 'Copied.',
  name: 'Name',
  imports: {
    about:
      'CSV or NDJSON of any size. Its leads are backlog: they enter stages, but nothing is timed and nobody is told until they are released.',
    choose: 'File',
    chooseHint: 'CSV with a first line of names, or NDJSON.',
    columns: (file) => `What the columns of ${file} mean`,
    column: 'Column',
    samples: 'Values',
    means: 'Means',
    ignore: 'Nothing, leave it out',
    targets: {
      email: 'E-mail',
      phone: 'Phone',
      owner: 'Owner',
      capturedAt: 'Captured on',
      source: 'Source',
      campaign: 'Campaign',
      recordId: 'Record id in the CRM',
    },
    groups: {
      lead: 'The lead',
      fields: 'Fields',
      signals: 'Signals, with their date',
      attempts: 'Attempts, with their date',
      deal: 'The deal',
    },
    deal: {
      outcome: 'Won, lost or open',
      amount: 'Amount',
      currency: 'Currency',
      closedOn: 'Closed on',
      openedOn: 'Opened on',
      id: 'Id of the deal',
    },
    dates: 'Dates like 05/03',
    dayFirst: '5 March',
    monthFirst: 'May 3',
    check: 'Check only',
    start: 'Import',
    sending: 'Sending the file…',
    backlog: 'Leads imported before are found again by their identifiers and completed, not doubled.',
    list: 'Files so far',
    states: {
      receiving: 'arriving',
      running: 'being taken in',
      done: 'done',
      failed: 'stopped',
      cancelled: 'cancelled',
    },
    checked: 'checked only',
    rows: { one: '# row', other: '# rows' },
    created: { one: '# new', other: '# new' },
    changed: { one: '# completed', other: '# completed' },
    unchanged: { one: '# the same', other: '# the same' },
    failed: { one: '# row was not taken', other: '# rows were not taken' },
    line: 'Line',
    what: 'What is wrong',
    allErrors: 'All of them, as CSV',
    cancel: 'Cancel',
    empty: 'No file yet. Leads you already have are a good beginning: nothing is timed for them.',
  },
  incoming: {
    about: 'Addresses that take leads and signals from forms and other systems.',
    add: 'Make an address',
    kind: 'From',
    kinds: { form: 'A form', standard: 'A system that signs' },
    kindHints: {
      form: 'Unsigned: whoever knows the address may add leads and signals, and nothing else.',
      standard: 'Signed by Standard Webhooks: it may complete leads, too.',
    },
    email: 'Name of the e-mail field',
    emailHint: 'As the form or the message calls it, such as email or /contact/email.',
    phone: 'Name of the phone field',
    fields: 'Other fields',
    fieldsHint: 'What is sent on the left, the field of the agreement on the right.',
    key: 'Is sent as',
    field: 'Field',
    addField: 'One more field',
    removeField: (key) => `Leave out ${key}`,
    signal: 'Each message is the signal',
    noSignal: 'None',
    save: 'Make the address',
    address: 'Address to post to',
    addressHint: 'Put it as the action of your form, or as the webhook of the other system.',
    secret: 'Secret it signs with',
    secretHint: 'Shown now and never again.',
    sample: 'A message as it would come (JSON)',
    sampleHint: 'Nothing of it is kept.',
    tryIt: 'Try it',
    wouldDo: 'It would do',
    noJson: 'This is no JSON.',
    deliveries: 'What came in',
    states: { waiting: 'waiting', done: 'taken', failed: 'not taken' },
    close: 'Close',
    closeOf: (name) => `Close ${name}`,
    closed: 'closed',
    none: 'Nothing came in yet.',
    empty: 'No address yet. Make one for the form people fill in on your site.',
  },
  outgoing: {
    about: 'Events sent to other systems, to Slack or to Teams. They name leads by id and link only.',
    add: 'Send events',
    url: 'Address',
    format: 'As',
    formats: { json: 'Signed JSON', slack: 'Slack', teams: 'Teams' },
    events: 'Events',
    save: 'Begin to send',
    secret: 'Secret we sign with',
    secretHint: 'Shown now and never again. The receiver checks every message with it.',
    test: 'Send a test',
    tested: 'A test is on its way.',
    pause: 'Pause',
    resume: 'Resume',
    paused: { admin: 'paused', gone: 'paused: the receiver said it is gone' },
    rotate: 'New secret',
    rotated: (until) => `Both secrets sign until ${until}.`,
    remove: 'Stop for good',
    states: { waiting: 'waiting', sent: 'sent', failed: 'tried again', dead: 'given up' },
    deliveries: 'What was sent',
    tryAgain: 'Try again',
    empty: 'Nothing is sent anywhere.',
  },
  records: {
    person: 'A person’s data',
    personAbout:
      'Everything kept about somebody, or its end. What was erased does not come back, not even from a backup.',
    by: 'Known by',
    email: 'E-mail',
    phone: 'Phone, with country code',
    export: 'Download it',
    erase: 'Erase it',
    sure: (who) => `Erase everything about ${who}?`,
    sureText: 'It goes from the lists, the reports’ details, devices and later backups. It cannot be undone.',
    erased: { one: '# lead is erased.', other: '# leads are erased.' },
    retention: 'How long what is kept',
    retentionAbout: 'Older records are removed by themselves, a little every day.',
    kinds: {
      leads: 'Leads nothing happened to',
      commands: 'What devices sent',
      inbox: 'Bodies of incoming messages',
      outbox: 'What was sent',
      notices: 'Notices',
      imports: 'What files said',
      audit: 'What was done',
    },
    days: 'Days',
    forever: 'Empty: for ever',
    bounds: (least, most) => `${least} to ${most}`,
    save: 'Save',
    saved: 'Saved.',
    backup: 'Backup',
    backupAbout: 'The whole workspace as one file, without secrets.',
    download: 'Download a backup',
    restore: 'Take a backup back',
    restoreAbout:
      'The workspace becomes what the file says. What devices had been told was recorded since is kept, because they say it again.',
    sureRestore: 'Replace this workspace by the backup?',
    sureRestoreText: 'While it is taken back nobody can work; it takes some minutes for a large one.',
    restoring: 'The backup is being taken back.',
    health: 'How the workspace is',
    size: 'Database',
    leads: 'Leads',
    facts: 'Facts',
    waiting: 'Waiting to leave',
    lag: 'Due work is behind by',
  },
  audit: {
    about: 'Who changed the workspace, newest first.',
    when: 'When',
    who: 'Who',
    what: 'What',
    detail: 'With',
    system: 'The workspace itself',
    more: 'Earlier ones',
    everybody: 'Everybody',
    empty: 'Nothing yet.',
  },
};

const ptBR: ConnectionsWords = {
  parts: {
    imports: 'Arquivos',
    systems: 'Sistemas',
    incoming: 'Entrada',
    outgoing: 'Saída',
    records: 'Pessoas e registros',
    audit: 'O que foi feito',
  },
  copy: 'Copiar',
  copied: 'Copiado.',
  name: 'Nome',
  imports: {
    about:
      'CSV ou NDJSON de qualquer tamanho. Os leads do arquivo ficam no estoque: entram em etapas, mas nenhum prazo corre e ninguém é avisado até serem liberados.',
    choose: 'Arquivo',
    chooseHint: 'CSV com os nomes na primeira linha, ou NDJSON.',
    columns: (file) => `O que significam as colunas de ${file}`,
    column: 'Coluna',
    samples: 'Valores',
    means: 'Significa',
    ignore: 'Nada, deixar de fora',
    targets: {
      email: 'E-mail',
      phone: 'Telefone',
      owner: 'Responsável',
      capturedAt: 'Captado em',
      source: 'Origem',
      campaign: 'Campanha',
      recordId: 'Id do registro no CRM',
    },
    groups: {
      lead: 'O lead',
      fields: 'Campos',
      signals: 'Sinais, com sua data',
      attempts: 'Tentativas, com sua data',
      deal: 'O negócio',
    },
    deal: {
      outcome: 'Ganho, perdido ou aberto',
      amount: 'Valor',
      currency: 'Moeda',
      closedOn: 'Fechado em',
      openedOn: 'Aberto em',
      id: 'Id do negócio',
    },
    dates: 'Datas como 05/03',
    dayFirst: '5 de março',
    monthFirst: '3 de maio',
    check: 'Só conferir',
    start: 'Importar',
    sending: 'Enviando o arquivo…',
    backlog: 'Leads já importados são reconhecidos pelos identificadores e completados, não duplicados.',
    list: 'Arquivos até agora',
    states: {
      receiving: 'chegando',
      running: 'entrando',
      done: 'pronto',
      failed: 'parou',
      cancelled: 'cancelado',
    },
    checked: 'só conferido',
    rows: { one: '# linha', other: '# linhas' },
    created: { one: '# novo', other: '# novos' },
    changed: { one: '# completado', other: '# completados' },
    unchanged: { one: '# igual', other: '# iguais' },
    failed: { one: '# linha não entrou', other: '# linhas não entraram' },
    line: 'Linha',
    what: 'O que há de errado',
    allErrors: 'Todas, em CSV',
    cancel: 'Cancelar',
    empty: 'Nenhum arquivo ainda. Os leads que você já tem são um bom começo: nenhum prazo corre para eles.',
  },
  incoming: {
    about: 'Endereços que recebem leads e sinais de formulários e outros sistemas.',
    add: 'Criar endereço',
    kind: 'De',
    kinds: { form: 'Um formulário', standard: 'Um sistema que assina' },
    kindHints: {
      form: 'Sem assinatura: quem souber o endereço pode acrescentar leads e sinais, e só.',
      standard: 'Assinado por Standard Webhooks: também pode completar leads.',
    },
    email: 'Nome do campo de e-mail',
    emailHint: 'Como o formulário ou a mensagem o chama, por exemplo email ou /contact/email.',
    phone: 'Nome do campo de telefone',
    fields: 'Outros campos',
    fieldsHint: 'À esquerda o que é enviado, à direita o campo do acordo.',
    key: 'É enviado como',
    field: 'Campo',
    addField: 'Mais um campo',
    removeField: (key) => `Deixar ${key} de fora`,
    signal: 'Cada mensagem é o sinal',
    noSignal: 'Nenhum',
    save: 'Criar o endereço',
    address: 'Endereço para enviar',
    addressHint: 'Ponha como action do seu formulário, ou como webhook do outro sistema.',
    secret: 'Segredo com que assina',
    secretHint: 'Mostrado agora e nunca mais.',
    sample: 'Uma mensagem como viria (JSON)',
    sampleHint: 'Nada dela é guardado.',
    tryIt: 'Experimentar',
    wouldDo: 'Faria',
    noJson: 'Isto não é JSON.',
    deliveries: 'O que chegou',
    states: { waiting: 'esperando', done: 'aceita', failed: 'não aceita' },
    close: 'Fechar',
    closeOf: (name) => `Fechar ${name}`,
    closed: 'fechado',
    none: 'Nada chegou ainda.',
    empty: 'Nenhum endereço ainda. Crie um para o formulário do seu site.',
  },
  outgoing: {
    about: 'Eventos enviados a outros sistemas, ao Slack ou ao Teams. Citam leads só por id e link.',
    add: 'Enviar eventos',
    url: 'Endereço',
    format: 'Como',
    formats: { json: 'JSON assinado', slack: 'Slack', teams: 'Teams' },
    events: 'Eventos',
    save: 'Começar a enviar',
    secret: 'Segredo com que assinamos',
    secretHint: 'Mostrado agora e nunca mais. Quem recebe confere cada mensagem com ele.',
    test: 'Enviar um teste',
    tested: 'Um teste está a caminho.',
    pause: 'Pausar',
    resume: 'Retomar',
    paused: { admin: 'pausado', gone: 'pausado: quem recebia disse que não existe mais' },
    rotate: 'Novo segredo',
    rotated: (until) => `Os dois segredos assinam até ${until}.`,
    remove: 'Parar de vez',
    states: { waiting: 'esperando', sent: 'enviado', failed: 'tentado de novo', dead: 'desistido' },
    deliveries: 'O que foi enviado',
    tryAgain: 'Tentar de novo',
    empty: 'Nada é enviado a lugar nenhum.',
  },
  records: {
    person: 'Os dados de uma pessoa',
    personAbout:
      'Baixe tudo o que se guarda sobre alguém, ou apague. O que foi apagado não volta, nem de um backup.',
    by: 'Conhecida por',
    email: 'E-mail',
    phone: 'Telefone, com código do país',
    export: 'Baixar',
    erase: 'Apagar',
    sure: (who) => `Apagar tudo sobre ${who}?`,
    sureText:
      'Sai das listas, dos detalhes dos relatórios, dos dispositivos e dos próximos backups. Não há como desfazer.',
    erased: { one: '# lead foi apagado.', other: '# leads foram apagados.' },
    retention: 'Por quanto tempo se guarda cada coisa',
    retentionAbout: 'Registros mais antigos são apagados sozinhos, um pouco por dia.',
    kinds: {
      leads: 'Leads sem nada de novo',
      commands: 'O que os dispositivos enviaram',
      inbox: 'Corpos de mensagens recebidas',
      outbox: 'O que foi enviado',
      notices: 'Avisos',
      imports: 'O que os arquivos disseram',
      audit: 'O que foi feito',
    },
    days: 'Dias',
    forever: 'Vazio: para sempre',
    bounds: (least, most) => `${least} a ${most}`,
    save: 'Salvar',
    saved: 'Salvo.',
    backup: 'Backup',
    backupAbout: 'Todo o espaço de trabalho num arquivo, sem segredos.',
    download: 'Baixar um backup',
    restore: 'Restaurar um backup',
    restoreAbout:
      'O espaço de trabalho passa a ser o que o arquivo diz. O que foi registrado depois fica, se os dispositivos ainda o tiverem: eles enviam de novo.',
    sureRestore: 'Trocar este espaço de trabalho pelo backup?',
    sureRestoreText: 'Enquanto é restaurado, ninguém trabalha; um backup grande leva alguns minutos.',
    restoring: 'O backup está sendo restaurado.',
    health: 'Como vai o espaço de trabalho',
    size: 'Banco de dados',
    leads: 'Leads',
    facts: 'Fatos',
    waiting: 'Por enviar',
    lag: 'Atraso das tarefas pendentes',
  },
  audit: {
    about: 'Quem mudou o espaço de trabalho, do mais novo ao mais antigo.',
    when: 'Quando',
    who: 'Quem',
    what: 'O quê',
    detail: 'Com',
    system: 'O próprio espaço de trabalho',
    more: 'Mais antigos',
    everybody: 'Todos',
    empty: 'Nada ainda.',
  },
};

const es: ConnectionsWords = {
  parts: {
    imports: 'Archivos',
    systems: 'Sistemas',
    incoming: 'Entrada',
    outgoing: 'Salida',
    records: 'Personas y registros',
    audit: 'Lo que se hizo',
  },
  copy: 'Copiar',
  copied: 'Copiado.',
  name: 'Nombre',
  imports: {
    about:
      'CSV o NDJSON de cualquier tamaño. Los leads del archivo quedan como pendientes: entran en etapas, pero ningún plazo corre y nadie recibe avisos hasta que se liberan.',
    choose: 'Archivo',
    chooseHint: 'CSV con los nombres en la primera línea, o NDJSON.',
    columns: (file) => `Qué significan las columnas de ${file}`,
    column: 'Columna',
    samples: 'Valores',
    means: 'Significa',
    ignore: 'Nada, dejarla fuera',
    targets: {
      email: 'Correo',
      phone: 'Teléfono',
      owner: 'Responsable',
      capturedAt: 'Captado el',
      source: 'Origen',
      campaign: 'Campaña',
      recordId: 'Id del registro en el CRM',
    },
    groups: {
      lead: 'El lead',
      fields: 'Campos',
      signals: 'Señales, con su fecha',
      attempts: 'Intentos, con su fecha',
      deal: 'El negocio',
    },
    deal: {
      outcome: 'Ganado, perdido o abierto',
      amount: 'Importe',
      currency: 'Moneda',
      closedOn: 'Cerrado el',
      openedOn: 'Abierto el',
      id: 'Id del negocio',
    },
    dates: 'Fechas como 05/03',
    dayFirst: '5 de marzo',
    monthFirst: '3 de mayo',
    check: 'Solo revisar',
    start: 'Importar',
    sending: 'Enviando el archivo…',
    backlog: 'Los leads ya importados se reconocen por sus identificadores y se completan, no se duplican.',
    list: 'Archivos hasta ahora',
    states: {
      receiving: 'llegando',
      running: 'entrando',
      done: 'listo',
      failed: 'se detuvo',
      cancelled: 'cancelado',
    },
    checked: 'solo revisado',
    rows: { one: '# fila', other: '# filas' },
    created: { one: '# nuevo', other: '# nuevos' },
    changed: { one: '# completado', other: '# completados' },
    unchanged: { one: '# igual', other: '# iguales' },
    failed: { one: '# fila no entró', other: '# filas no entraron' },
    line: 'Línea',
    what: 'Qué está mal',
    allErrors: 'Todas, en CSV',
    cancel: 'Cancelar',
    empty:
      'Ningún archivo todavía. Los leads que ya tienes son un buen comienzo: ningún plazo corre para ellos.',
  },
  incoming: {
    about: 'Direcciones que reciben leads y señales de formularios y otros sistemas.',
    add: 'Crear dirección',
    kind: 'De',
    kinds: { form: 'Un formulario', standard: 'Un sistema que firma' },
    kindHints: {
      form: 'Sin firma: quien sepa la dirección puede agregar leads y señales, y nada más.',
      standard: 'Firmado con Standard Webhooks: también puede completar leads.',
    },
    email: 'Nombre del campo de correo',
    emailHint: 'Como lo llama el formulario o el mensaje, por ejemplo email o /contact/email.',
    phone: 'Nombre del campo de teléfono',
    fields: 'Otros campos',
    fieldsHint: 'A la izquierda lo que se envía, a la derecha el campo del acuerdo.',
    key: 'Se envía como',
    field: 'Campo',
    addField: 'Un campo más',
    removeField: (key) => `Dejar fuera ${key}`,
    signal: 'Cada mensaje es la señal',
    noSignal: 'Ninguna',
    save: 'Crear la dirección',
    address: 'Dirección a la que enviar',
    addressHint: 'Ponla como action de tu formulario, o como webhook del otro sistema.',
    secret: 'Secreto con el que firma',
    secretHint: 'Se muestra ahora y nunca más.',
    sample: 'Un mensaje como vendría (JSON)',
    sampleHint: 'No se guarda nada de él.',
    tryIt: 'Probar',
    wouldDo: 'Haría',
    noJson: 'Esto no es JSON.',
    deliveries: 'Lo que llegó',
    states: { waiting: 'en espera', done: 'aceptado', failed: 'no aceptado' },
    close: 'Cerrar',
    closeOf: (name) => `Cerrar ${name}`,
    closed: 'cerrada',
    none: 'Todavía no llegó nada.',
    empty: 'Ninguna dirección todavía. Crea una para el formulario de tu sitio.',
  },
  outgoing: {
    about: 'Eventos enviados a otros sistemas, a Slack o a Teams. Nombran leads solo por id y enlace.',
    add: 'Enviar eventos',
    url: 'Dirección',
    format: 'Como',
    formats: { json: 'JSON firmado', slack: 'Slack', teams: 'Teams' },
    events: 'Eventos',
    save: 'Empezar a enviar',
    secret: 'Secreto con el que firmamos',
    secretHint: 'Se muestra ahora y nunca más. Quien recibe comprueba cada mensaje con él.',
    test: 'Enviar una prueba',
    tested: 'Una prueba está en camino.',
    pause: 'Pausar',
    resume: 'Reanudar',
    paused: { admin: 'en pausa', gone: 'en pausa: quien recibía dijo que ya no existe' },
    rotate: 'Secreto nuevo',
    rotated: (until) => `Ambos secretos firman hasta ${until}.`,
    remove: 'Detener para siempre',
    states: { waiting: 'en espera', sent: 'enviado', failed: 'se reintenta', dead: 'abandonado' },
    deliveries: 'Lo que se envió',
    tryAgain: 'Intentar de nuevo',
    empty: 'Nada se envía a ninguna parte.',
  },
  records: {
    person: 'Los datos de una persona',
    personAbout:
      'Descarga todo lo que se guarda sobre alguien, o bórralo. Lo borrado no vuelve, ni siquiera desde una copia.',
    by: 'Conocida por',
    email: 'Correo',
    phone: 'Teléfono, con código de país',
    export: 'Descargar',
    erase: 'Borrar',
    sure: (who) => `¿Borrar todo sobre ${who}?`,
    sureText:
      'Sale de las listas, de los detalles de los reportes, de los dispositivos y de las próximas copias. No se puede deshacer.',
    erased: { one: 'Se borró # lead.', other: 'Se borraron # leads.' },
    retention: 'Cuánto tiempo se guarda cada cosa',
    retentionAbout: 'Los registros más antiguos se borran solos, un poco cada día.',
    kinds: {
      leads: 'Leads sin novedades',
      commands: 'Lo que enviaron los dispositivos',
      inbox: 'Cuerpos de mensajes recibidos',
      outbox: 'Lo que se envió',
      notices: 'Avisos',
      imports: 'Lo que dijeron los archivos',
      audit: 'Lo que se hizo',
    },
    days: 'Días',
    forever: 'Vacío: para siempre',
    bounds: (least, most) => `${least} a ${most}`,
    save: 'Guardar',
    saved: 'Guardado.',
    backup: 'Copia de seguridad',
    backupAbout: 'Todo el espacio de trabajo en un archivo, sin secretos.',
    download: 'Descargar una copia',
    restore: 'Restaurar una copia',
    restoreAbout:
      'El espacio de trabajo pasa a ser lo que dice el archivo. Lo registrado después se conserva si los dispositivos aún lo tienen: lo envían de nuevo.',
    sureRestore: '¿Reemplazar este espacio de trabajo por la copia?',
    sureRestoreText: 'Mientras se restaura nadie puede trabajar; una copia grande tarda unos minutos.',
    restoring: 'La copia se está restaurando.',
    health: 'Cómo está el espacio de trabajo',
    size: 'Base de datos',
    leads: 'Leads',
    facts: 'Hechos',
    waiting: 'Por enviar',
    lag: 'Retraso de las tareas pendientes',
  },
  audit: {
    about: 'Quién cambió el espacio de trabajo, lo más nuevo primero.',
    when: 'Cuándo',
    who: 'Quién',
    what: 'Qué',
    detail: 'Con',
    system: 'El propio espacio de trabajo',
    more: 'Anteriores',
    everybody: 'Todos',
    empty: 'Nada todavía.',
  },
};

const WORDS: Readonly<Record<Language, ConnectionsWords>> = { en, 'pt-BR': ptBR, es };

export function connectionsWords(language: Language): ConnectionsWords {
  return WORDS[language];
}
