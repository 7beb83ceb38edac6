/** What `npm start` says in the terminal. */
import type { Language } from '../../shared/lead/vocabulary.ts';

export interface StartWords {
  readonly building: string;
  readonly startingWorker: string;
  readonly creating: string;
  readonly opening: string;
  readonly connecting: string;
  readonly walking: string;
  readonly setupToken: (token: string) => string;
  readonly tokenKept: string;
  readonly workerAt: (origin: string) => string;
  /** Two lines: the console, and the link that signs an admin in. */
  readonly consoleAt: (address: string, link: string) => readonly string[];
  readonly otherPort: (wanted: number, port: number) => string;
  readonly otherLanguage: (language: Language, dir: string) => string;
  /** Five lines on what to try. */
  readonly tryThis: (inbox: string, crm: string, lead: string) => readonly string[];
  readonly stop: string;
  readonly readChip: (name: string) => string;
  readonly met: (clock: string) => string;
  readonly recorded: string;
  readonly turned: (name: string) => string;
  readonly pictures: (dir: string) => string;
  readonly failed: (why: string) => string;
}

const en: StartWords = {
  building: 'Building the extension…',
  startingWorker: 'Starting the worker…',
  creating: 'Creating the sample: 7 people, a signed agreement, 60 leads and their last weeks…',
  opening: 'Opening the browser…',
  connecting: 'Signing in as Ana, an SDR…',
  walking: 'No display here: walking the main job headless…',
  setupToken: (token) => `Setup token, good once: ${token}`,
  tokenKept: 'The setup token was printed at the first start and is kept in the data folder.',
  workerAt: (origin) => `The worker answers at ${origin}`,
  consoleAt: (address, link) => [
    `The console: ${address} (this browser is Ana’s)`,
    `As Clara, an admin, in any other browser of this machine, once: ${link}`,
  ],
  otherPort: (wanted, port) => `Port ${wanted} is taken; using ${port}.`,
  otherLanguage: (language, dir) =>
    `The sample here was made in ${language}; for another language give --data another folder than ${dir}.`,
  tryThis: (inbox, crm, lead) => [
    `1. The inbox, ${inbox}: chips beside the leads, none beside the newsletter and the stranger.`,
    `2. Click the chip of ${lead}: why this score, how long is left, what to ask next.`,
    '3. In the card choose E-mail, then Sent: the attempt is recorded and the chip turns.',
    '4. Open a message and reply: the strip says what sending does to the agreement. Save a draft instead: nothing is logged.',
    `5. The CRM list, ${crm}: the same chips, without an address on the page.`,
  ],
  stop: 'Ctrl-C stops everything.',
  readChip: (name) => `Read the chip: ${name}`,
  met: (clock) => `The worker says: ${clock} met.`,
  recorded: 'The worker has the attempt.',
  turned: (name) => `The chip turned: ${name}`,
  pictures: (dir) => `Screenshots: ${dir}`,
  failed: (why) => `It did not work: ${why}`,
};

const ptBR: StartWords = {
  building: 'Montando a extensão…',
  startingWorker: 'Iniciando o servidor…',
  creating: 'Criando o exemplo: 7 pessoas, um acordo assinado, 60 leads e suas últimas semanas…',
  opening: 'Abrindo o navegador…',
  connecting: 'Entrando como Ana, SDR…',
  walking: 'Sem tela aqui: fazendo o caminho principal sem janela…',
  setupToken: (token) => `Código de instalação, vale uma vez: ${token}`,
  tokenKept: 'O código de instalação foi mostrado no primeiro início e fica na pasta de dados.',
  workerAt: (origin) => `O servidor responde em ${origin}`,
  consoleAt: (address, link) => [
    `O painel: ${address} (este navegador é o da Ana)`,
    `Como Clara, administradora, em outro navegador desta máquina, uma vez: ${link}`,
  ],
  otherPort: (wanted, port) => `A porta ${wanted} está ocupada; usando ${port}.`,
  otherLanguage: (language, dir) =>
    `O exemplo daqui foi criado em ${language}; para outro idioma, dê a --data outra pasta que não ${dir}.`,
  tryThis: (inbox, crm, lead) => [
    `1. A caixa de entrada, ${inbox}: etiquetas ao lado dos leads, nenhuma na newsletter nem no desconhecido.`,
    `2. Clique na etiqueta de ${lead}: por que essa pontuação, quanto tempo resta, o que perguntar.`,
    '3. No cartão escolha E-mail e depois Enviado: a tentativa fica registrada e a etiqueta muda.',
    '4. Abra uma mensagem e responda: a faixa diz o que o envio faz com o acordo. Salve um rascunho: nada é registrado.',
    `5. A lista do CRM, ${crm}: as mesmas etiquetas, sem endereço na página.`,
  ],
  stop: 'Ctrl-C encerra tudo.',
  readChip: (name) => `Etiqueta lida: ${name}`,
  met: (clock) => `O servidor diz: ${clock} cumprido.`,
  recorded: 'O servidor tem a tentativa.',
  turned: (name) => `A etiqueta mudou: ${name}`,
  pictures: (dir) => `Imagens: ${dir}`,
  failed: (why) => `Não funcionou: ${why}`,
};

const es: StartWords = {
  building: 'Armando la extensión…',
  startingWorker: 'Iniciando el servidor…',
  creating: 'Creando el ejemplo: 7 personas, un acuerdo firmado, 60 leads y sus últimas semanas…',
  opening: 'Abriendo el navegador…',
  connecting: 'Entrando como Ana, SDR…',
  walking: 'Sin pantalla aquí: recorriendo el camino principal sin ventana…',
  setupToken: (token) => `Clave de instalación, sirve una vez: ${token}`,
  tokenKept: 'La clave de instalación se mostró en el primer inicio y está en la carpeta de datos.',
  workerAt: (origin) => `El servidor responde en ${origin}`,
  consoleAt: (address, link) => [
    `El panel: ${address} (este navegador es el de Ana)`,
    `Como Clara, administradora, en otro navegador de esta máquina, una vez: ${link}`,
  ],
  otherPort: (wanted, port) => `El puerto ${wanted} está ocupado; uso el ${port}.`,
  otherLanguage: (language, dir) =>
    `Este ejemplo se creó en ${language}; para otro idioma, da a --data una carpeta distinta de ${dir}.`,
  tryThis: (inbox, crm, lead) => [
    `1. La bandeja de entrada, ${inbox}: etiquetas junto a los leads, ninguna en el boletín ni en el desconocido.`,
    `2. Haz clic en la etiqueta de ${lead}: por qué ese puntaje, cuánto tiempo queda, qué preguntar.`,
    '3. En la tarjeta elige Correo y después Enviado: el intento queda registrado y la etiqueta cambia.',
    '4. Abre un mensaje y responde: la franja dice qué hace el envío con el acuerdo. Guarda un borrador: no se registra nada.',
    `5. La lista del CRM, ${crm}: las mismas etiquetas, sin dirección en la página.`,
  ],
  stop: 'Ctrl-C detiene todo.',
  readChip: (name) => `Etiqueta leída: ${name}`,
  met: (clock) => `El servidor dice: ${clock} cumplido.`,
  recorded: 'El servidor tiene el intento.',
  turned: (name) => `La etiqueta cambió: ${name}`,
  pictures: (dir) => `Imágenes: ${dir}`,
  failed: (why) => `No funcionó: ${why}`,
};

export const START_WORDS: Readonly<Record<Language, StartWords>> = { en, 'pt-BR': ptBR, es };
