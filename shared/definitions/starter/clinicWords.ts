/** What a clinic's starter agreement says in each language; what all businesses share is in `en.ts` and its like. */
import type { Language } from '../../lead/vocabulary.ts';
import type { FieldWords, PersonaWords, StageWords } from './words.ts';

export interface ClinicWords {
  readonly title: string;
  /** Calendar of the desk that answers patients. */
  readonly deskHours: string;
  readonly fields: Record<
    'specialty' | 'relation' | 'payer' | 'insurer' | 'timeline' | 'unit' | 'callTime' | 'employees',
    FieldWords
  >;
  readonly specialty: Record<
    'checkup' | 'dental' | 'dermatology' | 'orthopedics' | 'cardiology' | 'aesthetics' | 'surgery' | 'other',
    string
  >;
  readonly relation: Record<'self' | 'family' | 'company' | 'supplier', string>;
  readonly payer: Record<'private' | 'insurance' | 'company', string>;
  readonly timeline: Record<'today' | 'week' | 'month' | 'later', string>;
  readonly callTime: Record<'morning' | 'afternoon' | 'evening' | 'saturday', string>;
  readonly lists: Record<
    'acceptedInsurers' | 'competitors' | 'corporateAccounts' | 'offeredSpecialties',
    string
  >;
  /** Plans of the country, to be replaced by the clinic's own. */
  readonly insurers: readonly string[];
  readonly signals: Record<
    | 'appointment_requested'
    | 'quote_requested'
    | 'whatsapp_started'
    | 'treatment_viewed'
    | 'form_submitted'
    | 'guide_downloaded'
    | 'email_clicked'
    | 'careers_viewed',
    string
  >;
  readonly segments: Record<'corporate' | 'procedures' | 'insured' | 'private', string>;
  readonly personas: Record<'patient' | 'family' | 'benefits', PersonaWords>;
  readonly exclusions: Record<'competitor' | 'supplier', string>;
  readonly fit: Record<
    'offered' | 'procedure' | 'private' | 'insured' | 'soon' | 'month' | 'unit' | 'company',
    string
  >;
  readonly stages: Record<
    'visitor' | 'lead' | 'mql' | 'sal' | 'sql' | 'opportunity' | 'customer',
    StageWords
  >;
  readonly criteria: Record<'reachable' | 'score' | 'offered' | 'payer' | 'when' | 'conversation', string>;
  readonly reasons: Record<'price' | 'another_clinic' | 'insurer' | 'not_offered', string>;
  readonly policies: Record<'corporate' | 'procedures', string>;
  readonly sources: Record<'instagram' | 'insurerGuide' | 'doctorReferral', string>;
}

const en: ClinicWords = {
  title: 'Agreement between marketing and patient care',
  deskHours: 'Front desk',
  fields: {
    specialty: { label: 'Specialty', question: 'Which specialty are they looking for?' },
    relation: { label: 'For whom', question: 'Is the appointment for them or for someone else?' },
    payer: { label: 'Payment', question: 'Private or insurance?' },
    insurer: { label: 'Insurance plan', question: 'Which insurance plan do they have?' },
    timeline: { label: 'When', question: 'When do they want to come?' },
    unit: { label: 'Location', question: 'Which location suits them best?' },
    callTime: { label: 'Best time', question: 'What is the best time to reach them?' },
    employees: { label: 'Employees', question: 'How many employees does the company have?' },
  },
  specialty: {
    checkup: 'Check-up',
    dental: 'Dental care',
    dermatology: 'Dermatology',
    orthopedics: 'Orthopedics',
    cardiology: 'Cardiology',
    aesthetics: 'Aesthetics',
    surgery: 'Surgery',
    other: 'Other',
  },
  relation: { self: 'Themselves', family: 'A relative', company: 'A company', supplier: 'Supplier' },
  payer: { private: 'Private', insurance: 'Insurance', company: 'Company' },
  timeline: { today: 'Today', week: 'This week', month: 'This month', later: 'Later' },
  callTime: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening', saturday: 'Saturday' },
  lists: {
    acceptedInsurers: 'Accepted plans',
    competitors: 'Other clinics',
    corporateAccounts: 'Partner companies',
    offeredSpecialties: 'Specialties we offer',
  },
  insurers: ['Aetna', 'Blue Cross Blue Shield', 'Cigna', 'Humana', 'UnitedHealthcare'],
  signals: {
    appointment_requested: 'Asked for an appointment',
    quote_requested: 'Asked for a quote',
    whatsapp_started: 'Started a WhatsApp chat',
    treatment_viewed: 'Viewed a treatment page',
    form_submitted: 'Submitted a form',
    guide_downloaded: 'Downloaded a guide',
    email_clicked: 'Clicked an e-mail',
    careers_viewed: 'Visited the careers page',
  },
  segments: {
    corporate: 'Partner companies',
    procedures: 'Procedures and surgery',
    insured: 'Insurance',
    private: 'Private',
  },
  personas: {
    patient: {
      label: 'Patient',
      pains: ['Nobody answers when they finally call'],
      needs: ['A date, a price and the name of the doctor'],
      words: ['near you', 'this week', 'we will take care of it'],
    },
    family: {
      label: 'Relative who arranges it',
      pains: ['Arranges care for someone else between meetings'],
      needs: ['One answer that settles everything'],
      words: ['no paperwork', 'one call', 'peace of mind'],
    },
    benefits: {
      label: 'Company benefits',
      pains: ['Absences that could have been avoided'],
      needs: ['A programme with a price per employee'],
      words: ['prevention', 'fewer absences', 'one contact'],
    },
  },
  exclusions: { competitor: 'Another clinic', supplier: 'Supplier or salesperson' },
  fit: {
    offered: 'Specialty we offer',
    procedure: 'Surgery or aesthetics',
    private: 'Private',
    insured: 'Accepted plan',
    soon: 'Wants to come this week',
    month: 'Wants to come this month',
    unit: 'Chose a location',
    company: 'Company of 50 or more',
  },
  stages: {
    visitor: { label: 'Visitor', short: 'Visitor', meaning: 'Came by and has not said who they are.' },
    lead: { label: 'Contact', short: 'Contact', meaning: 'Left a name or a way to be reached.' },
    mql: {
      label: 'Ready to book',
      short: 'Ready',
      meaning: 'Wants something we offer, soon: the front desk owes an answer.',
      example: 'Asked on WhatsApp for a dermatologist this week and has an accepted plan.',
      counterExample: 'Read three articles about allergies and left an e-mail.',
    },
    sal: { label: 'In conversation', short: 'In care', meaning: 'Someone at the front desk took it on.' },
    sql: {
      label: 'Appointment booked',
      short: 'Booked',
      meaning: 'A date, a doctor and the form of payment are set.',
    },
    opportunity: {
      label: 'Attended',
      short: 'Attended',
      meaning: 'Came to the appointment; a treatment may follow.',
    },
    customer: { label: 'Patient', short: 'Patient', meaning: 'In treatment with us.' },
  },
  criteria: {
    reachable: 'Can be reached',
    score: 'Score of 45 or more',
    offered: 'Specialty we offer',
    payer: 'Payment known',
    when: 'Date in mind',
    conversation: 'Conversation with the front desk',
  },
  reasons: {
    price: 'Price above what they can pay now',
    another_clinic: 'Went to another clinic',
    insurer: 'Plan not accepted',
    not_offered: 'Specialty we do not offer',
  },
  policies: {
    corporate: 'First response to partner companies',
    procedures: 'First response for procedures and surgery',
  },
  sources: {
    instagram: 'Instagram',
    insurerGuide: 'Insurer’s directory',
    doctorReferral: 'Referred by a doctor',
  },
};

const ptBR: ClinicWords = {
  title: 'Acordo entre marketing e atendimento',
  deskHours: 'Atendimento',
  fields: {
    specialty: { label: 'Especialidade', question: 'Que especialidade procura?' },
    relation: { label: 'Para quem', question: 'A consulta é para a própria pessoa ou para outra?' },
    payer: { label: 'Pagamento', question: 'Particular ou convênio?' },
    insurer: { label: 'Convênio', question: 'Qual é o convênio?' },
    timeline: { label: 'Quando', question: 'Para quando quer a consulta?' },
    unit: { label: 'Unidade', question: 'Qual unidade fica melhor?' },
    callTime: { label: 'Melhor horário', question: 'Qual é o melhor horário para falar?' },
    employees: { label: 'Funcionários', question: 'Quantos funcionários a empresa tem?' },
  },
  specialty: {
    checkup: 'Check-up',
    dental: 'Odontologia',
    dermatology: 'Dermatologia',
    orthopedics: 'Ortopedia',
    cardiology: 'Cardiologia',
    aesthetics: 'Estética',
    surgery: 'Cirurgia',
    other: 'Outra',
  },
  relation: { self: 'A própria pessoa', family: 'Familiar', company: 'Empresa', supplier: 'Fornecedor' },
  payer: { private: 'Particular', insurance: 'Convênio', company: 'Empresa' },
  timeline: { today: 'Hoje', week: 'Nesta semana', month: 'Neste mês', later: 'Mais tarde' },
  callTime: { morning: 'Manhã', afternoon: 'Tarde', evening: 'Noite', saturday: 'Sábado' },
  lists: {
    acceptedInsurers: 'Convênios aceitos',
    competitors: 'Outras clínicas',
    corporateAccounts: 'Empresas conveniadas',
    offeredSpecialties: 'Especialidades que oferecemos',
  },
  insurers: ['Amil', 'Bradesco Saúde', 'Hapvida', 'SulAmérica', 'Unimed'],
  signals: {
    appointment_requested: 'Pediu consulta',
    quote_requested: 'Pediu orçamento',
    whatsapp_started: 'Chamou no WhatsApp',
    treatment_viewed: 'Viu a página de um tratamento',
    form_submitted: 'Enviou um formulário',
    guide_downloaded: 'Baixou um guia',
    email_clicked: 'Clicou em um e-mail',
    careers_viewed: 'Visitou a página de vagas',
  },
  segments: {
    corporate: 'Empresas conveniadas',
    procedures: 'Procedimentos e cirurgias',
    insured: 'Convênio',
    private: 'Particular',
  },
  personas: {
    patient: {
      label: 'Paciente',
      pains: ['Ninguém atende quando enfim decide ligar'],
      needs: ['Uma data, um preço e o nome de quem vai atender'],
      words: ['perto de você', 'ainda nesta semana', 'cuidamos disso'],
    },
    family: {
      label: 'Familiar que organiza',
      pains: ['Organiza o cuidado de outra pessoa entre uma reunião e outra'],
      needs: ['Uma resposta que resolva tudo de uma vez'],
      words: ['sem burocracia', 'uma ligação só', 'tranquilidade'],
    },
    benefits: {
      label: 'Benefícios da empresa',
      pains: ['Faltas que poderiam ter sido evitadas'],
      needs: ['Um programa com preço por funcionário'],
      words: ['prevenção', 'menos faltas', 'um só contato'],
    },
  },
  exclusions: { competitor: 'Outra clínica', supplier: 'Fornecedor ou vendedor' },
  fit: {
    offered: 'Especialidade que oferecemos',
    procedure: 'Cirurgia ou estética',
    private: 'Particular',
    insured: 'Convênio aceito',
    soon: 'Quer vir nesta semana',
    month: 'Quer vir neste mês',
    unit: 'Escolheu a unidade',
    company: 'Empresa com 50 pessoas ou mais',
  },
  stages: {
    visitor: { label: 'Visitante', short: 'Visita', meaning: 'Passou por aqui e ainda não disse quem é.' },
    lead: { label: 'Contato', short: 'Contato', meaning: 'Deixou o nome ou um jeito de falar com a pessoa.' },
    mql: {
      label: 'Pronto para agendar',
      short: 'Pronto',
      meaning: 'Quer logo algo que oferecemos: o atendimento deve uma resposta.',
      example: 'Pediu no WhatsApp um dermatologista para esta semana e tem convênio aceito.',
      counterExample: 'Leu três textos sobre alergia e deixou o e-mail.',
    },
    sal: { label: 'Em atendimento', short: 'Em atend.', meaning: 'Alguém do atendimento assumiu.' },
    sql: {
      label: 'Consulta agendada',
      short: 'Agendado',
      meaning: 'Data, profissional e forma de pagamento acertados.',
    },
    opportunity: {
      label: 'Compareceu',
      short: 'Veio',
      meaning: 'Veio à consulta; pode seguir um tratamento.',
    },
    customer: { label: 'Paciente', short: 'Paciente', meaning: 'Em tratamento conosco.' },
  },
  criteria: {
    reachable: 'Temos como falar',
    score: 'Pontuação de 45 ou mais',
    offered: 'Especialidade que oferecemos',
    payer: 'Forma de pagamento',
    when: 'Data em mente',
    conversation: 'Conversa com o atendimento',
  },
  reasons: {
    price: 'Preço acima do que pode pagar agora',
    another_clinic: 'Foi a outra clínica',
    insurer: 'Convênio não aceito',
    not_offered: 'Especialidade que não oferecemos',
  },
  policies: {
    corporate: 'Primeira resposta a empresas conveniadas',
    procedures: 'Primeira resposta em procedimentos e cirurgias',
  },
  sources: { instagram: 'Instagram', insurerGuide: 'Guia do convênio', doctorReferral: 'Indicação médica' },
};

const es: ClinicWords = {
  title: 'Acuerdo entre marketing y atención al paciente',
  deskHours: 'Recepción',
  fields: {
    specialty: { label: 'Especialidad', question: '¿Qué especialidad busca?' },
    relation: { label: 'Para quién', question: '¿La cita es para la persona o para alguien más?' },
    payer: { label: 'Pago', question: '¿Particular o seguro?' },
    insurer: { label: 'Seguro', question: '¿Qué seguro tiene?' },
    timeline: { label: 'Cuándo', question: '¿Para cuándo quiere la cita?' },
    unit: { label: 'Sucursal', question: '¿Qué sucursal le queda mejor?' },
    callTime: { label: 'Mejor horario', question: '¿Cuál es el mejor horario para hablar?' },
    employees: { label: 'Empleados', question: '¿Cuántos empleados tiene la empresa?' },
  },
  specialty: {
    checkup: 'Chequeo',
    dental: 'Odontología',
    dermatology: 'Dermatología',
    orthopedics: 'Ortopedia',
    cardiology: 'Cardiología',
    aesthetics: 'Estética',
    surgery: 'Cirugía',
    other: 'Otra',
  },
  relation: {
    self: 'La propia persona',
    family: 'Un familiar',
    company: 'Una empresa',
    supplier: 'Proveedor',
  },
  payer: { private: 'Particular', insurance: 'Seguro', company: 'Empresa' },
  timeline: { today: 'Hoy', week: 'Esta semana', month: 'Este mes', later: 'Más adelante' },
  callTime: { morning: 'Mañana', afternoon: 'Tarde', evening: 'Noche', saturday: 'Sábado' },
  lists: {
    acceptedInsurers: 'Seguros aceptados',
    competitors: 'Otras clínicas',
    corporateAccounts: 'Empresas en convenio',
    offeredSpecialties: 'Especialidades que ofrecemos',
  },
  insurers: ['AXA', 'GNP', 'MetLife', 'Monterrey New York Life', 'Plan Seguro'],
  signals: {
    appointment_requested: 'Pidió una cita',
    quote_requested: 'Pidió un presupuesto',
    whatsapp_started: 'Escribió por WhatsApp',
    treatment_viewed: 'Vio la página de un tratamiento',
    form_submitted: 'Envió un formulario',
    guide_downloaded: 'Descargó una guía',
    email_clicked: 'Hizo clic en un correo',
    careers_viewed: 'Visitó la página de empleos',
  },
  segments: {
    corporate: 'Empresas en convenio',
    procedures: 'Procedimientos y cirugías',
    insured: 'Con seguro',
    private: 'Particular',
  },
  personas: {
    patient: {
      label: 'Paciente',
      pains: ['Nadie contesta cuando por fin se decide a llamar'],
      needs: ['Una fecha, un precio y el nombre de quien atiende'],
      words: ['cerca de usted', 'esta misma semana', 'nosotros nos ocupamos'],
    },
    family: {
      label: 'Familiar que organiza',
      pains: ['Organiza el cuidado de otra persona entre reuniones'],
      needs: ['Una respuesta que resuelva todo de una vez'],
      words: ['sin trámites', 'una sola llamada', 'tranquilidad'],
    },
    benefits: {
      label: 'Beneficios de la empresa',
      pains: ['Ausencias que pudieron evitarse'],
      needs: ['Un programa con precio por empleado'],
      words: ['prevención', 'menos ausencias', 'un solo contacto'],
    },
  },
  exclusions: { competitor: 'Otra clínica', supplier: 'Proveedor o vendedor' },
  fit: {
    offered: 'Especialidad que ofrecemos',
    procedure: 'Cirugía o estética',
    private: 'Particular',
    insured: 'Seguro aceptado',
    soon: 'Quiere venir esta semana',
    month: 'Quiere venir este mes',
    unit: 'Eligió sucursal',
    company: 'Empresa de 50 personas o más',
  },
  stages: {
    visitor: { label: 'Visitante', short: 'Visita', meaning: 'Pasó por aquí y todavía no dijo quién es.' },
    lead: { label: 'Contacto', short: 'Contacto', meaning: 'Dejó su nombre o una forma de contactarlo.' },
    mql: {
      label: 'Listo para agendar',
      short: 'Listo',
      meaning: 'Quiere pronto algo que ofrecemos: recepción debe una respuesta.',
      example: 'Pidió por WhatsApp un dermatólogo para esta semana y tiene un seguro aceptado.',
      counterExample: 'Leyó tres artículos sobre alergias y dejó su correo.',
    },
    sal: { label: 'En atención', short: 'En atenc.', meaning: 'Alguien de recepción lo tomó.' },
    sql: {
      label: 'Cita agendada',
      short: 'Agendado',
      meaning: 'Fecha, profesional y forma de pago acordados.',
    },
    opportunity: {
      label: 'Asistió',
      short: 'Asistió',
      meaning: 'Vino a la cita; puede seguir un tratamiento.',
    },
    customer: { label: 'Paciente', short: 'Paciente', meaning: 'En tratamiento con nosotros.' },
  },
  criteria: {
    reachable: 'Se le puede contactar',
    score: 'Puntaje de 45 o más',
    offered: 'Especialidad que ofrecemos',
    payer: 'Forma de pago',
    when: 'Fecha en mente',
    conversation: 'Conversación con recepción',
  },
  reasons: {
    price: 'Precio por encima de lo que puede pagar ahora',
    another_clinic: 'Fue a otra clínica',
    insurer: 'Seguro no aceptado',
    not_offered: 'Especialidad que no ofrecemos',
  },
  policies: {
    corporate: 'Primera respuesta a empresas en convenio',
    procedures: 'Primera respuesta en procedimientos y cirugías',
  },
  sources: {
    instagram: 'Instagram',
    insurerGuide: 'Directorio del seguro',
    doctorReferral: 'Referido por un médico',
  },
};

export const CLINIC: Readonly<Record<Language, ClinicWords>> = { en, 'pt-BR': ptBR, es };
