/**
 * The starter agreement of a company that sells software to companies (DEF6): useful on the first
 * day, meant to be changed in the first session. Numbers follow what published agreements of this
 * kind start from: 4 open hours to the first try, one open day to accept, 5 tries before giving up.
 */
import type { Definitions } from '../definitions.ts';
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
  wrongData,
} from './parts.ts';
import { promisesFrom } from './promises.ts';
import type { StarterWords } from './words.ts';

export function saasStarter(words: StarterWords): Definitions {
  return {
    title: words.title,
    language: words.language,
    fields: [
      { id: 'role', ...words.fields.role, type: 'text' },
      {
        id: 'seniority',
        ...words.fields.seniority,
        type: 'choice',
        choices: labelled(words.seniority, ['analyst', 'manager', 'director', 'chief']),
      },
      {
        id: 'industry',
        ...words.fields.industry,
        type: 'choice',
        choices: labelled(words.industry, [
          'health',
          'education',
          'retail',
          'software',
          'logistics',
          'construction',
          'finance',
          'other',
        ]),
        askedBySales: true,
      },
      { id: 'employees', ...words.fields.employees, type: 'number', askedBySales: true },
      { id: 'budget', ...words.fields.budget, type: 'number', askedBySales: true },
      { id: 'decisionMaker', ...words.fields.decisionMaker, type: 'boolean', askedBySales: true },
      {
        id: 'timeline',
        ...words.fields.timeline,
        type: 'choice',
        choices: labelled(words.timeline, ['now', 'quarter', 'year', 'none']),
        askedBySales: true,
      },
      { id: 'need', ...words.fields.need, type: 'text', askedBySales: true },
    ],
    lists: {
      ...listsFrom(words, words.lists.competitors, 'competitor.example'),
      strategicAccounts: { label: words.lists.strategicAccounts, values: ['strategic.example'] },
      icpIndustries: {
        label: words.lists.icpIndustries,
        values: ['health', 'education', 'retail', 'software', 'logistics', 'finance'],
      },
    },
    signals: labelled(words.signals, [
      'demo_requested',
      'trial_started',
      'pricing_viewed',
      'form_submitted',
      'content_downloaded',
      'webinar_attended',
      'email_clicked',
      'careers_viewed',
    ]),
    segments: [
      {
        id: 'strategic',
        label: words.segments.strategic,
        when: { emailDomain: true, inList: 'strategicAccounts' },
      },
      { id: 'health', label: words.segments.health, when: { field: 'industry', is: 'health' } },
      { id: 'midmarket', label: words.segments.midmarket, when: { field: 'employees', atLeast: 50 } },
      { id: 'small', label: words.segments.small, when: { field: 'employees', atMost: 49 } },
    ],
    personas: personasFrom(words.personas, [
      ['decider', { field: 'seniority', in: ['director', 'chief'] }],
      ['practitioner', { field: 'seniority', in: ['analyst', 'manager'] }],
    ]),
    exclusions: [
      competitorExclusion(words.exclusions.competitor),
      {
        id: 'anonymous',
        label: words.exclusions.anonymous,
        when: {
          all: [
            { emailDomain: true, inList: 'freeMail' },
            { field: 'company', known: false },
            { field: 'name', known: false },
          ],
        },
      },
    ],
    scoring: scoringFrom(
      words,
      {
        profile: [
          { id: 'chief', label: words.fit.chief, points: 18, when: { field: 'seniority', is: 'chief' } },
          {
            id: 'director',
            label: words.fit.director,
            points: 15,
            when: { field: 'seniority', is: 'director' },
          },
          {
            id: 'manager',
            label: words.fit.manager,
            points: 8,
            when: { field: 'seniority', is: 'manager' },
          },
          {
            id: 'size50',
            label: words.fit.size50,
            points: 12,
            when: { field: 'employees', between: [50, 200] },
          },
          {
            id: 'size201',
            label: words.fit.size201,
            points: 15,
            when: { field: 'employees', atLeast: 201 },
          },
          {
            id: 'industry',
            label: words.fit.industry,
            points: 5,
            when: { field: 'industry', inList: 'icpIndustries' },
          },
        ],
        interest: [
          {
            id: 'demo',
            label: words.signals.demo_requested,
            points: 30,
            signal: 'demo_requested',
            count: 'once',
            withinDays: 60,
          },
          {
            id: 'trial',
            label: words.signals.trial_started,
            points: 25,
            signal: 'trial_started',
            count: 'once',
            withinDays: 60,
          },
          {
            id: 'pricing',
            label: words.signals.pricing_viewed,
            points: 6,
            signal: 'pricing_viewed',
            count: 'each',
            limit: { times: 3, perDays: 7 },
            decay: { losePercent: 50, everyDays: 30 },
          },
          formRule(words.signals.form_submitted, 10, 60),
          readingRule('content', words.signals.content_downloaded, 'content_downloaded', 8),
          {
            id: 'webinar',
            label: words.signals.webinar_attended,
            points: 12,
            signal: 'webinar_attended',
            count: 'each',
            limit: { times: 2, perDays: 90 },
            decay: { losePercent: 50, everyDays: 45 },
          },
          clickRule(words.signals.email_clicked),
        ],
        doubts: [careersRule(words.signals.careers_viewed, { points: -3, limit: { times: 1, perDays: 7 } })],
      },
      bandsFrom(words, [32, 20, 8], [40, 20, 8]),
    ),
    stages: stagesFrom(words.stages, {
      lead: {
        any: [
          { field: 'name', known: true },
          { field: 'company', known: true },
          { signal: 'form_submitted' },
        ],
        label: words.criteria.identified,
      },
      mql: {
        criteria: {
          all: [
            { all: [{ score: true, atLeast: 50 }], label: words.criteria.score },
            { all: [{ field: 'employees', atLeast: 10 }], label: words.criteria.size },
            {
              all: [{ field: 'seniority', in: ['manager', 'director', 'chief'] }],
              label: words.criteria.decision,
            },
          ],
        },
        fastTrack: [{ signal: 'demo_requested', label: words.signals.demo_requested }],
      },
      sql: {
        all: [
          { all: [{ field: 'industry', inList: 'icpIndustries' }], label: words.criteria.icp },
          { all: [{ field: 'employees', atLeast: 50 }], label: words.criteria.size },
          { all: [{ field: 'seniority', in: ['director', 'chief'] }], label: words.criteria.decision },
          { all: [{ field: 'budget', known: true }], label: words.criteria.budget },
          { all: [{ field: 'need', known: true }], label: words.criteria.need },
          {
            any: CONVERSATION,
            label: words.criteria.conversation,
          },
        ],
      },
    }),
    handoff: {
      ...HANDED_OVER,
      brief: { required: ['company', 'role', 'employees'] },
      reasons: [
        { id: 'no_budget', label: words.reasons.no_budget, answer: 'recycled' },
        ...notNow(words),
        { id: 'out_of_profile', label: words.reasons.out_of_profile, answer: 'disqualified' },
        { id: 'competitor', label: words.reasons.competitor, answer: 'disqualified' },
        wrongData(words),
      ],
      unreachable: { attempts: 5, dates: 5, withinDays: 30, channels: 2, notDeclared: 2 },
      snooze: {
        times: 2,
        openDays: 10,
        reasons: labelled(words.snoozes, ['asked_later', 'vacation', 'out_of_office']),
      },
      workWithinDays: 10,
    },
    routes: TO_SALES,
    policies: promisesFrom(
      words,
      [
        {
          id: 'first-response-strategic',
          label: words.policies.firstResponseStrategic,
          level: 'account',
          when: { segment: 'strategic' },
          target: { businessMinutes: 30 },
          warnAtPercent: 50,
          managerAfter: { businessMinutes: 15 },
        },
        {
          id: 'first-response-health',
          label: words.policies.firstResponseHealth,
          level: 'segment',
          when: { segment: 'health' },
          target: { businessHours: 2 },
          warnAtPercent: 60,
          managerAfter: { businessHours: 1 },
        },
        {
          id: 'first-response',
          label: words.policies.firstResponse,
          level: 'default',
          target: { businessHours: 4 },
          warnAtPercent: 60,
          managerAfter: { businessHours: 2 },
        },
      ],
      {
        calendar: 'office',
        office: 'office',
        assignment: { businessMinutes: 15 },
        acceptance: { businessDays: 1 },
        cadence: { target: { businessDays: 2 }, times: 5 },
        reply: { target: { businessHours: 4 }, managerAfter: { businessHours: 4 } },
        stageTime: { businessDays: 15 },
      },
    ),
    calendars: {
      office: officeFrom(words),
    },
    workspaceCalendar: 'office',
    sources: labelled(words.sources, ['google', 'linkedin', 'referral', 'event', 'site', 'outbound']),
    currency: words.currency,
    ...EMPTY,
    goals: GOALS,
    ...RHYTHM,
  };
}
