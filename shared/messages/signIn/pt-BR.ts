import type { SignInWords } from './words.ts';

export const ptBR: SignInWords = {
  join: {
    title: 'Entre na sua equipe no Combinado',
    lead: 'Este link conecta este navegador. Ele vale uma vez.',
    button: 'Entrar aqui',
    done: (name) => `Você entrou como ${name}.`,
    next: 'Ou, para ver os leads na sua caixa de entrada e no CRM, abra a extensão Combinado e escolha Conectar.',
    console: 'Abrir o painel',
    spent: 'Este link já foi usado ou expirou. Peça um novo a quem o enviou.',
    silent: 'Ninguém responde agora. O link continua valendo: tente de novo daqui a pouco.',
  },
  consent: {
    title: 'Conectar a extensão?',
    lead: (name, workspace) => `O Combinado neste navegador vai agir como ${name} em ${workspace}.`,
    may: 'Ele vai ler seus leads e gravar o que você registrar. Você pode desconectar quando quiser.',
    allow: 'Conectar',
    cancel: 'Agora não',
  },
  signInFirst: {
    title: 'Abra primeiro o seu convite',
    lead: 'Este navegador não está conectado. Abra o link de convite que você recebeu e conecte a extensão de novo.',
    toConsole:
      'Este navegador não está conectado. Abra nele o link de convite que você recebeu e volte a este endereço.',
    company: 'Entrar com a conta da empresa',
  },
  company: {
    title: 'Entrar com a conta da empresa',
    none: 'Este endereço não tem entrada pela empresa. Peça um convite a um administrador.',
    unreachable: 'A entrada da sua empresa não responde. Tente de novo em instantes.',
    failed: 'A entrada da sua empresa não confirmou quem você é. Comece de novo pelo Combinado.',
    stranger: 'Ninguém aqui usa o seu endereço ainda. Peça a um administrador que convide você.',
  },
  pair: {
    title: 'Conectar com um código',
    lead: 'Para navegadores em que a extensão não consegue abrir sozinha a janela de entrada.',
    button: 'Mostrar um código',
    code: 'Digite este código na extensão:',
    lasts: 'Ele vale uma vez, por cinco minutos.',
  },
};
