/**
 * The starter agreement of a clinic (DEF6): patients and partner companies ask, the front desk books.
 * Whoever answers a patient in the first half hour usually books them, so promises are in minutes of
 * the desk's own hours, Saturday mornings included. Nothing here asks for a diagnosis.
 */
import type { Definitions } from '../definitions.ts';
import type { ClinicWords } from './clinicWords.ts';
import {
  bandsFrom,
  careersRule,
  clickRule,
  competitorExclusion,
  CONVERSATION,
  EMPTY,
  formRule,
  GOALS,
  HANDED_OVER,
  labelled,
  listsFrom,
  notNow,
  officeFrom,
  personasFrom,
  readingRule,
  RHYTHM,
  scoringFrom,
  stagesFrom,
  TO_SALES,
  weekdays,
  wrongData,
} from './parts.ts';
import { promisesFrom } from './promises.ts';
import type { StarterWords } from './words.ts';

const OFFERED = [
  'checkup',
  'dental',
  'dermatology',
  'orthopedics',
  'cardiology',
  'aesthetics',
  'surgery',
] as const;

export function clinicStarter(shared: StarterWords, words: ClinicWords): Definitions {
  return {
    title: words.title,
    language: shared.language,
    fields: [
      {
        id: 'specialty',
        ...words.fields.specialty,
        type: 'choice',
        choices: labelled(words.specialty, [...OFFERED, 'other']),
        askedBySales: true,
      },
      {
        id: 'relation',
        ...words.fields.relation,
        type: 'choice',
        choices: labelled(words.relation, ['self', 'family', 'company', 'supplier']),
        askedBySales: true,
      },
      {
        id: 'payer',
        ...words.fields.payer,
        type: 'choice',
        choices: labelled(words.payer, ['private', 'insurance', 'company']),
        askedBySales: true,
      },
      { id: 'insurer', ...words.fields.insurer, type: 'text', askedBySales: true },
      {
        id: 'timeline',
        ...words.fields.timeline,
        type: 'choice',
        choices: labelled(words.timeline, ['today', 'week', 'month', 'later']),
        askedBySales: true,
      },
      { id: 'unit', ...words.fields.unit, type: 'text', askedBySales: true },
      {
        id: 'callTime',
        ...words.fields.callTime,
        type: 'choice',
        choices: labelled(words.callTime, ['morning', 'afternoon', 'evening', 'saturday']),
        askedBySales: true,
      },
      { id: 'employees', ...words.fields.employees, type: 'number', askedBySales: true },
    ],
    lists: {
      ...listsFrom(shared, words.lists.competitors, 'other-clinic.example'),
      corporateAccounts: { label: words.lists.corporateAccounts, values: ['partner.example'] },
      acceptedInsurers: { label: words.lists.acceptedInsurers, values: [...words.insurers] },
      offeredSpecialties: { label: words.lists.offeredSpecialties, values: [...OFFERED] },
    },
    signals: labelled(words.signals, [
      'appointment_requested',
      'quote_requested',
      'whatsapp_started',
      'treatment_viewed',
      'form_submitted',
      'guide_downloaded',
      'email_clicked',
      'careers_viewed',
    ]),
    segments: [
      {
        id: 'corporate',
        label: words.segments.corporate,
        when: {
          any: [
            { emailDomain: true, inList: 'corporateAccounts' },
            { field: 'relation', is: 'company' },
          ],
        },
      },
      {
        id: 'procedures',
        label: words.segments.procedures,
        when: { field: 'specialty', in: ['surgery', 'aesthetics'] },
      },
      { id: 'insured', label: words.segments.insured, when: { field: 'payer', is: 'insurance' } },
      { id: 'private', label: words.segments.private, when: { field: 'payer', is: 'private' } },
    ],
    personas: personasFrom(words.personas, [
      ['benefits', { field: 'relation', is: 'company' }],
      ['family', { field: 'relation', is: 'family' }],
      ['patient', { field: 'relation', is: 'self' }],
    ]),
    exclusions: [
      competitorExclusion(words.exclusions.competitor),
      { id: 'supplier', label: words.exclusions.supplier, when: { field: 'relation', is: 'supplier' } },
    ],
    scoring: scoringFrom(
      shared,
      {
        profile: [
          {
            id: 'offered',
            label: words.fit.offered,
            points: 12,
            when: { field: 'specialty', inList: 'offeredSpecialties' },
          },
          {
            id: 'procedure',
            label: words.fit.procedure,
            points: 8,
            when: { field: 'specialty', in: ['surgery', 'aesthetics'] },
          },
          { id: 'private', label: words.fit.private, points: 12, when: { field: 'payer', is: 'private' } },
          {
            id: 'insured',
            label: words.fit.insured,
            points: 10,
            when: { field: 'insurer', inList: 'acceptedInsurers' },
          },
          {
            id: 'soon',
            label: words.fit.soon,
            points: 14,
            when: { field: 'timeline', in: ['today', 'week'] },
          },
          { id: 'month', label: words.fit.month, points: 8, when: { field: 'timeline', is: 'month' } },
          { id: 'unit', label: words.fit.unit, points: 4, when: { field: 'unit', known: true } },
          {
            id: 'company',
            label: words.fit.company,
            points: 10,
            when: {
              all: [
                { field: 'relation', is: 'company' },
                { field: 'employees', atLeast: 50 },
              ],
            },
          },
        ],
        interest: [
          {
            id: 'appointment',
            label: words.signals.appointment_requested,
            points: 30,
            signal: 'appointment_requested',
            count: 'once',
            withinDays: 30,
          },
          {
            id: 'quote',
            label: words.signals.quote_requested,
            points: 22,
            signal: 'quote_requested',
            count: 'once',
            withinDays: 30,
          },
          {
            id: 'whatsapp',
            label: words.signals.whatsapp_started,
            points: 18,
            signal: 'whatsapp_started',
            count: 'once',
            withinDays: 15,
          },
          {
            id: 'treatment',
            label: words.signals.treatment_viewed,
            points: 5,
            signal: 'treatment_viewed',
            count: 'each',
            limit: { times: 3, perDays: 7 },
            decay: { losePercent: 50, everyDays: 15 },
          },
          formRule(words.signals.form_submitted, 12, 30),
          readingRule('guide', words.signals.guide_downloaded, 'guide_downloaded', 5),
          clickRule(words.signals.email_clicked),
        ],
        doubts: [careersRule(words.signals.careers_viewed, { points: -5, limit: { times: 2, perDays: 30 } })],
      },
      bandsFrom(shared, [34, 22, 10], [30, 18, 5]),
    ),
    stages: stagesFrom(words.stages, {
      lead: {
        any: [{ field: 'name', known: true }, { signal: 'form_submitted' }, { signal: 'whatsapp_started' }],
        label: words.criteria.reachable,
      },
      mql: {
        criteria: {
          all: [
            { all: [{ score: true, atLeast: 45 }], label: words.criteria.score },
            { all: [{ field: 'specialty', inList: 'offeredSpecialties' }], label: words.criteria.offered },
          ],
        },
        fastTrack: [
          { signal: 'appointment_requested', label: words.signals.appointment_requested },
          { signal: 'quote_requested', label: words.signals.quote_requested },
        ],
      },
      sql: {
        all: [
          { all: [{ field: 'specialty', inList: 'offeredSpecialties' }], label: words.criteria.offered },
          { all: [{ field: 'payer', known: true }], label: words.criteria.payer },
          { all: [{ field: 'timeline', in: ['today', 'week', 'month'] }], label: words.criteria.when },
          { any: CONVERSATION, label: words.criteria.conversation },
        ],
      },
    }),
    handoff: {
      ...HANDED_OVER,
      brief: { required: ['name', 'specialty', 'payer'] },
      reasons: [
        { id: 'price', label: words.reasons.price, answer: 'recycled' },
        ...notNow(shared),
        { id: 'another_clinic', label: words.reasons.another_clinic, answer: 'disqualified' },
        { id: 'insurer', label: words.reasons.insurer, answer: 'disqualified' },
        { id: 'not_offered', label: words.reasons.not_offered, answer: 'disqualified' },
        wrongData(shared),
      ],
      // Care is looked for now: two weeks of trying are enough.
      unreachable: { attempts: 5, dates: 4, withinDays: 14, channels: 2, notDeclared: 2 },
      snooze: { times: 2, openDays: 5, reasons: labelled(shared.snoozes, ['asked_later', 'vacation']) },
      workWithinDays: 5,
    },
    routes: TO_SALES,
    policies: promisesFrom(
      shared,
      [
        {
          id: 'first-response-corporate',
          label: words.policies.corporate,
          level: 'account',
          when: { emailDomain: true, inList: 'corporateAccounts' },
          target: { businessMinutes: 60 },
          warnAtPercent: 50,
          managerAfter: { businessMinutes: 30 },
        },
        {
          id: 'first-response-procedures',
          label: words.policies.procedures,
          level: 'segment',
          when: { segment: 'procedures' },
          target: { businessMinutes: 15 },
          warnAtPercent: 60,
          managerAfter: { businessMinutes: 15 },
        },
        {
          id: 'first-response',
          label: shared.policies.firstResponse,
          level: 'default',
          target: { businessMinutes: 30 },
          warnAtPercent: 60,
          managerAfter: { businessMinutes: 30 },
        },
      ],
      {
        calendar: 'desk',
        office: 'office',
        assignment: { businessMinutes: 5 },
        acceptance: { businessHours: 4 },
        cadence: { target: { businessDays: 1 }, times: 5 },
        reply: { target: { businessMinutes: 30 }, managerAfter: { businessMinutes: 30 } },
        stageTime: { businessDays: 7 },
      },
    ),
    calendars: {
      desk: {
        label: words.deskHours,
        zone: shared.zone,
        week: { ...weekdays([['08:00', '19:00']]), sat: [['08:00', '12:00']] },
        holidays: shared.holidays,
      },
      office: officeFrom(shared),
    },
    workspaceCalendar: 'desk',
    sources: [
      ...labelled(shared.sources, ['google', 'site', 'referral']),
      ...labelled(words.sources, ['instagram', 'insurerGuide', 'doctorReferral']),
      ...labelled(shared.sources, ['outbound']),
    ],
    currency: shared.currency,
    ...EMPTY,
    goals: GOALS,
    ...RHYTHM,
  };
}
