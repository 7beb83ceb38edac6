/** What an estate agency's starter agreement says in each language; what all businesses share is in `en.ts` and its like. */
import type { Language } from '../../lead/vocabulary.ts';
import type { FieldWords, PersonaWords, StageWords } from './words.ts';

export interface RealEstateWords {
  readonly title: string;
  /** Calendar of the agents, with their weekend shifts. */
  readonly dutyHours: string;
  /** Prices from which a home is worth a visit, and is a high-end one, in the country's currency. */
  readonly prices: { readonly floor: number; readonly highEnd: number };
  readonly fields: Record<
    | 'goal'
    | 'propertyType'
    | 'budget'
    | 'area'
    | 'bedrooms'
    | 'financing'
    | 'timeline'
    | 'decisionMaker'
    | 'listing',
    FieldWords
  >;
  readonly goal: Record<'buy' | 'rent' | 'invest' | 'sell', string>;
  readonly propertyType: Record<'apartment' | 'house' | 'land' | 'commercial' | 'offPlan', string>;
  readonly financing: Record<'approved' | 'requested' | 'cash' | 'sellsFirst' | 'none', string>;
  readonly timeline: Record<'now' | 'quarter' | 'year' | 'none', string>;
  readonly lists: Record<'competitors' | 'corporateBuyers' | 'focusAreas', string>;
  /** To be replaced by the neighbourhoods the agency works. */
  readonly areas: readonly string[];
  readonly signals: Record<
    | 'visit_requested'
    | 'financing_simulated'
    | 'whatsapp_started'
    | 'listing_viewed'
    | 'listing_saved'
    | 'brochure_downloaded'
    | 'open_house_attended'
    | 'form_submitted'
    | 'email_clicked'
    | 'careers_viewed',
    string
  >;
  readonly segments: Record<'corporate' | 'highEnd' | 'owners' | 'rent' | 'buyers', string>;
  readonly personas: Record<'resident' | 'investor' | 'owner', PersonaWords>;
  readonly exclusions: Record<'competitor' | 'anonymous', string>;
  readonly fit: Record<
    'funded' | 'requested' | 'budget' | 'highEnd' | 'now' | 'quarter' | 'area' | 'decides' | 'owner',
    string
  >;
  readonly stages: Record<
    'visitor' | 'lead' | 'mql' | 'sal' | 'sql' | 'opportunity' | 'customer',
    StageWords
  >;
  readonly criteria: Record<
    'reachable' | 'score' | 'goal' | 'budget' | 'area' | 'financing' | 'conversation',
    string
  >;
  readonly reasons: Record<'financing' | 'no_property' | 'elsewhere' | 'broker', string>;
  readonly policies: Record<'corporate' | 'highEnd', string>;
  readonly sources: Record<'portal' | 'instagram' | 'signboard' | 'openHouse', string>;
}

const en: RealEstateWords = {
  title: 'Agreement between marketing and agents',
  dutyHours: 'Agents on duty',
  prices: { floor: 150_000, highEnd: 750_000 },
  fields: {
    goal: { label: 'Looking to', question: 'Do they want to buy, rent, invest or sell?' },
    propertyType: { label: 'Property type', question: 'What kind of property?' },
    budget: { label: 'Budget', question: 'Up to how much can they pay?' },
    area: { label: 'Area', question: 'Which neighbourhood are they looking in?' },
    bedrooms: { label: 'Bedrooms', question: 'How many bedrooms do they need?' },
    financing: { label: 'Financing', question: 'Is the mortgage approved?' },
    timeline: { label: 'When', question: 'When do they want to move?' },
    decisionMaker: { label: 'Decides', question: 'Can they decide on their own?' },
    listing: { label: 'Listing', question: 'Which listing did they ask about?' },
  },
  goal: { buy: 'Buy', rent: 'Rent', invest: 'Invest', sell: 'Sell' },
  propertyType: {
    apartment: 'Apartment',
    house: 'House',
    land: 'Land',
    commercial: 'Commercial',
    offPlan: 'Off-plan',
  },
  financing: {
    approved: 'Approved',
    requested: 'Requested',
    cash: 'Own money',
    sellsFirst: 'Has to sell first',
    none: 'Not yet',
  },
  timeline: { now: 'Now', quarter: 'Within 3 months', year: 'Within a year', none: 'Just looking' },
  lists: { competitors: 'Other agencies', corporateBuyers: 'Corporate buyers', focusAreas: 'Areas we work' },
  areas: ['Downtown', 'Midtown', 'Riverside'],
  signals: {
    visit_requested: 'Asked for a viewing',
    financing_simulated: 'Simulated a mortgage',
    whatsapp_started: 'Started a WhatsApp chat',
    listing_viewed: 'Viewed a listing',
    listing_saved: 'Saved a listing',
    brochure_downloaded: 'Downloaded a brochure',
    open_house_attended: 'Came to an open house',
    form_submitted: 'Submitted a form',
    email_clicked: 'Clicked an e-mail',
    careers_viewed: 'Visited the careers page',
  },
  segments: {
    corporate: 'Corporate buyers',
    highEnd: 'High-end homes',
    owners: 'Owners who sell',
    rent: 'Rentals',
    buyers: 'Buyers',
  },
  personas: {
    resident: {
      label: 'Will live there',
      pains: ['Listings that were gone weeks ago'],
      needs: ['To see three homes that really fit'],
      words: ['your neighbourhood', 'keys in hand', 'visit this week'],
    },
    investor: {
      label: 'Investor',
      pains: ['Promised yields that never came'],
      needs: ['Rent, vacancy and costs in one table'],
      words: ['yield', 'liquidity', 'documents in order'],
    },
    owner: {
      label: 'Owner who sells',
      pains: ['Months of visits and no offer'],
      needs: ['A price the market pays and a date'],
      words: ['valuation', 'qualified visits', 'weekly report'],
    },
  },
  exclusions: { competitor: 'Other agency or broker', anonymous: 'No name, and never got in touch' },
  fit: {
    funded: 'Mortgage approved or own money',
    requested: 'Mortgage requested',
    budget: 'Budget within our range',
    highEnd: 'High-end budget',
    now: 'Wants to move now',
    quarter: 'Within 3 months',
    area: 'Area we work',
    decides: 'Decides',
    owner: 'Has a property to sell',
  },
  stages: {
    visitor: {
      label: 'Visitor',
      short: 'Visitor',
      meaning: 'Looked at listings and has not said who they are.',
    },
    lead: { label: 'Contact', short: 'Contact', meaning: 'We know who they are and may write to them.' },
    mql: {
      label: 'Ready for an agent',
      short: 'Ready',
      meaning: 'Knows what they want and can pay for it: an agent owes an answer.',
      example: 'Wants a two-bedroom in an area we work, mortgage approved, saved three listings this week.',
      counterExample: 'Looks at mansions every evening and never says what for.',
    },
    sal: { label: 'With an agent', short: 'Agent', meaning: 'An agent looked and took the client on.' },
    sql: {
      label: 'Qualified client',
      short: 'Qualified',
      meaning: 'A conversation confirmed goal, budget, area and how it will be paid.',
    },
    opportunity: {
      label: 'Offer',
      short: 'Offer',
      meaning: 'An offer on a property, with an amount and a date.',
    },
    customer: { label: 'Closed', short: 'Closed', meaning: 'Contract signed.' },
  },
  criteria: {
    reachable: 'Says who they are',
    score: 'Score of 45 or more',
    goal: 'Goal known',
    budget: 'Budget within our range',
    area: 'Area known',
    financing: 'Financing known',
    conversation: 'Conversation with an agent',
  },
  reasons: {
    financing: 'Mortgage denied',
    no_property: 'Nothing that fits on our books',
    elsewhere: 'Bought or rented elsewhere',
    broker: 'Broker or other agency',
  },
  policies: {
    corporate: 'First response to corporate buyers',
    highEnd: 'First response for high-end homes',
  },
  sources: {
    portal: 'Property portal',
    instagram: 'Instagram',
    signboard: 'Signboard',
    openHouse: 'Open house',
  },
};

const ptBR: RealEstateWords = {
  title: 'Acordo entre marketing e corretores',
  dutyHours: 'Plantão de corretores',
  prices: { floor: 200_000, highEnd: 1_500_000 },
  fields: {
    goal: { label: 'Objetivo', question: 'Quer comprar, alugar, investir ou vender?' },
    propertyType: { label: 'Tipo de imóvel', question: 'Que tipo de imóvel procura?' },
    budget: { label: 'Orçamento', question: 'Até quanto pode pagar?' },
    area: { label: 'Bairro', question: 'Em que bairro procura?' },
    bedrooms: { label: 'Quartos', question: 'De quantos quartos precisa?' },
    financing: { label: 'Financiamento', question: 'O financiamento está aprovado?' },
    timeline: { label: 'Quando', question: 'Para quando quer se mudar?' },
    decisionMaker: { label: 'Decide', question: 'Pode decidir por conta própria?' },
    listing: { label: 'Anúncio', question: 'De qual anúncio veio o contato?' },
  },
  goal: { buy: 'Comprar', rent: 'Alugar', invest: 'Investir', sell: 'Vender' },
  propertyType: {
    apartment: 'Apartamento',
    house: 'Casa',
    land: 'Terreno',
    commercial: 'Comercial',
    offPlan: 'Na planta',
  },
  financing: {
    approved: 'Aprovado',
    requested: 'Pedido',
    cash: 'Recursos próprios',
    sellsFirst: 'Precisa vender antes',
    none: 'Ainda não',
  },
  timeline: { now: 'Agora', quarter: 'Em até 3 meses', year: 'Em até um ano', none: 'Só olhando' },
  lists: {
    competitors: 'Outras imobiliárias',
    corporateBuyers: 'Compradores corporativos',
    focusAreas: 'Bairros em que atuamos',
  },
  areas: ['Centro', 'Jardins', 'Moema', 'Pinheiros', 'Vila Mariana'],
  signals: {
    visit_requested: 'Pediu visita',
    financing_simulated: 'Simulou financiamento',
    whatsapp_started: 'Chamou no WhatsApp',
    listing_viewed: 'Viu um anúncio',
    listing_saved: 'Salvou um anúncio',
    brochure_downloaded: 'Baixou o folheto',
    open_house_attended: 'Veio à visita aberta',
    form_submitted: 'Enviou um formulário',
    email_clicked: 'Clicou em um e-mail',
    careers_viewed: 'Visitou a página de vagas',
  },
  segments: {
    corporate: 'Compradores corporativos',
    highEnd: 'Alto padrão',
    owners: 'Proprietários que vendem',
    rent: 'Locação',
    buyers: 'Compra',
  },
  personas: {
    resident: {
      label: 'Vai morar',
      pains: ['Anúncios de imóveis que já saíram há semanas'],
      needs: ['Ver três imóveis que sirvam de verdade'],
      words: ['o seu bairro', 'chave na mão', 'visita nesta semana'],
    },
    investor: {
      label: 'Investidor',
      pains: ['Rentabilidade prometida que nunca veio'],
      needs: ['Aluguel, vacância e custos em uma só tabela'],
      words: ['rentabilidade', 'liquidez', 'documentação em dia'],
    },
    owner: {
      label: 'Proprietário que vende',
      pains: ['Meses de visitas e nenhuma proposta'],
      needs: ['Um preço que o mercado paga e uma data'],
      words: ['avaliação', 'visitas qualificadas', 'relatório semanal'],
    },
  },
  exclusions: { competitor: 'Outra imobiliária ou corretor', anonymous: 'Sem nome e nunca fez contato' },
  fit: {
    funded: 'Financiamento aprovado ou recursos próprios',
    requested: 'Financiamento pedido',
    budget: 'Orçamento na nossa faixa',
    highEnd: 'Orçamento de alto padrão',
    now: 'Quer se mudar agora',
    quarter: 'Em até 3 meses',
    area: 'Bairro em que atuamos',
    decides: 'Decide',
    owner: 'Tem imóvel para vender',
  },
  stages: {
    visitor: { label: 'Visitante', short: 'Visita', meaning: 'Olhou anúncios e ainda não disse quem é.' },
    lead: { label: 'Contato', short: 'Contato', meaning: 'Sabemos quem é e podemos escrever.' },
    mql: {
      label: 'Pronto para o corretor',
      short: 'Pronto',
      meaning: 'Sabe o que quer e pode pagar: o corretor deve uma resposta.',
      example: 'Quer dois quartos em bairro nosso, financiamento aprovado, salvou três anúncios na semana.',
      counterExample: 'Olha mansões toda noite e nunca diz para quê.',
    },
    sal: { label: 'Com o corretor', short: 'Corretor', meaning: 'Um corretor olhou e assumiu o cliente.' },
    sql: {
      label: 'Cliente qualificado',
      short: 'Qualific.',
      meaning: 'Uma conversa confirmou objetivo, orçamento, bairro e forma de pagamento.',
    },
    opportunity: {
      label: 'Proposta',
      short: 'Proposta',
      meaning: 'Uma proposta por um imóvel, com valor e data.',
    },
    customer: { label: 'Fechado', short: 'Fechado', meaning: 'Contrato assinado.' },
  },
  criteria: {
    reachable: 'Disse quem é',
    score: 'Pontuação de 45 ou mais',
    goal: 'Objetivo',
    budget: 'Orçamento na nossa faixa',
    area: 'Bairro',
    financing: 'Financiamento',
    conversation: 'Conversa com um corretor',
  },
  reasons: {
    financing: 'Financiamento negado',
    no_property: 'Nada na carteira que sirva',
    elsewhere: 'Comprou ou alugou em outro lugar',
    broker: 'Corretor ou outra imobiliária',
  },
  policies: {
    corporate: 'Primeira resposta a compradores corporativos',
    highEnd: 'Primeira resposta em alto padrão',
  },
  sources: {
    portal: 'Portal de imóveis',
    instagram: 'Instagram',
    signboard: 'Placa no imóvel',
    openHouse: 'Visita aberta',
  },
};

const es: RealEstateWords = {
  title: 'Acuerdo entre marketing y asesores',
  dutyHours: 'Guardia de asesores',
  prices: { floor: 1_200_000, highEnd: 8_000_000 },
  fields: {
    goal: { label: 'Objetivo', question: '¿Quiere comprar, rentar, invertir o vender?' },
    propertyType: { label: 'Tipo de propiedad', question: '¿Qué tipo de propiedad busca?' },
    budget: { label: 'Presupuesto', question: '¿Hasta cuánto puede pagar?' },
    area: { label: 'Zona', question: '¿En qué zona busca?' },
    bedrooms: { label: 'Recámaras', question: '¿Cuántas recámaras necesita?' },
    financing: { label: 'Crédito', question: '¿El crédito está aprobado?' },
    timeline: { label: 'Cuándo', question: '¿Para cuándo quiere mudarse?' },
    decisionMaker: { label: 'Decide', question: '¿Puede decidir por su cuenta?' },
    listing: { label: 'Anuncio', question: '¿Por cuál anuncio preguntó?' },
  },
  goal: { buy: 'Comprar', rent: 'Rentar', invest: 'Invertir', sell: 'Vender' },
  propertyType: {
    apartment: 'Departamento',
    house: 'Casa',
    land: 'Terreno',
    commercial: 'Comercial',
    offPlan: 'Preventa',
  },
  financing: {
    approved: 'Aprobado',
    requested: 'Solicitado',
    cash: 'Recursos propios',
    sellsFirst: 'Tiene que vender antes',
    none: 'Todavía no',
  },
  timeline: { now: 'Ahora', quarter: 'En 3 meses', year: 'En un año', none: 'Solo mira' },
  lists: {
    competitors: 'Otras inmobiliarias',
    corporateBuyers: 'Compradores corporativos',
    focusAreas: 'Zonas en que trabajamos',
  },
  areas: ['Condesa', 'Del Valle', 'Nápoles', 'Polanco', 'Roma'],
  signals: {
    visit_requested: 'Pidió una visita',
    financing_simulated: 'Simuló un crédito',
    whatsapp_started: 'Escribió por WhatsApp',
    listing_viewed: 'Vio un anuncio',
    listing_saved: 'Guardó un anuncio',
    brochure_downloaded: 'Descargó el folleto',
    open_house_attended: 'Vino a la casa abierta',
    form_submitted: 'Envió un formulario',
    email_clicked: 'Hizo clic en un correo',
    careers_viewed: 'Visitó la página de empleos',
  },
  segments: {
    corporate: 'Compradores corporativos',
    highEnd: 'Residencial de lujo',
    owners: 'Propietarios que venden',
    rent: 'Renta',
    buyers: 'Compra',
  },
  personas: {
    resident: {
      label: 'Va a vivir ahí',
      pains: ['Anuncios de propiedades que ya no están'],
      needs: ['Ver tres propiedades que de verdad sirvan'],
      words: ['su zona', 'llaves en mano', 'visita esta semana'],
    },
    investor: {
      label: 'Inversionista',
      pains: ['Rendimientos prometidos que nunca llegaron'],
      needs: ['Renta, vacancia y costos en una sola tabla'],
      words: ['rendimiento', 'liquidez', 'documentos en regla'],
    },
    owner: {
      label: 'Propietario que vende',
      pains: ['Meses de visitas y ninguna oferta'],
      needs: ['Un precio que el mercado pague y una fecha'],
      words: ['avalúo', 'visitas calificadas', 'informe semanal'],
    },
  },
  exclusions: { competitor: 'Otra inmobiliaria o corredor', anonymous: 'Sin nombre y nunca hizo contacto' },
  fit: {
    funded: 'Crédito aprobado o recursos propios',
    requested: 'Crédito solicitado',
    budget: 'Presupuesto en nuestro rango',
    highEnd: 'Presupuesto de lujo',
    now: 'Quiere mudarse ahora',
    quarter: 'En 3 meses',
    area: 'Zona en que trabajamos',
    decides: 'Decide',
    owner: 'Tiene una propiedad para vender',
  },
  stages: {
    visitor: { label: 'Visitante', short: 'Visita', meaning: 'Vio anuncios y todavía no dijo quién es.' },
    lead: { label: 'Contacto', short: 'Contacto', meaning: 'Sabemos quién es y podemos escribirle.' },
    mql: {
      label: 'Listo para el asesor',
      short: 'Listo',
      meaning: 'Sabe lo que quiere y puede pagarlo: el asesor debe una respuesta.',
      example:
        'Quiere dos recámaras en una zona nuestra, crédito aprobado, guardó tres anuncios esta semana.',
      counterExample: 'Mira mansiones cada noche y nunca dice para qué.',
    },
    sal: { label: 'Con el asesor', short: 'Asesor', meaning: 'Un asesor lo miró y lo tomó.' },
    sql: {
      label: 'Cliente calificado',
      short: 'Calificado',
      meaning: 'Una conversación confirmó objetivo, presupuesto, zona y forma de pago.',
    },
    opportunity: {
      label: 'Oferta',
      short: 'Oferta',
      meaning: 'Una oferta por una propiedad, con monto y fecha.',
    },
    customer: { label: 'Cerrado', short: 'Cerrado', meaning: 'Contrato firmado.' },
  },
  criteria: {
    reachable: 'Dijo quién es',
    score: 'Puntaje de 45 o más',
    goal: 'Objetivo',
    budget: 'Presupuesto en nuestro rango',
    area: 'Zona',
    financing: 'Crédito',
    conversation: 'Conversación con un asesor',
  },
  reasons: {
    financing: 'Crédito rechazado',
    no_property: 'Nada en cartera que le sirva',
    elsewhere: 'Compró o rentó en otro lugar',
    broker: 'Corredor u otra inmobiliaria',
  },
  policies: {
    corporate: 'Primera respuesta a compradores corporativos',
    highEnd: 'Primera respuesta en residencial de lujo',
  },
  sources: {
    portal: 'Portal inmobiliario',
    instagram: 'Instagram',
    signboard: 'Letrero en la propiedad',
    openHouse: 'Casa abierta',
  },
};

export const REAL_ESTATE: Readonly<Record<Language, RealEstateWords>> = { en, 'pt-BR': ptBR, es };
