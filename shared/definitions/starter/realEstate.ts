/**
 * The starter agreement of an estate agency (DEF6): portals bring people who asked five agencies at
 * once, so the first response is due in minutes of the agents' own shifts, weekends included, and the
 * tries after it are many and close together.
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
  weekdays,
  wrongData,
} from './parts.ts';
import { promisesFrom } from './promises.ts';
import type { RealEstateWords } from './realEstateWords.ts';
import type { StarterWords } from './words.ts';

export function realEstateStarter(shared: StarterWords, words: RealEstateWords): Definitions {
  const { floor, highEnd } = words.prices;
  return {
    title: words.title,
    language: shared.language,
    fields: [
      {
        id: 'goal',
        ...words.fields.goal,
        type: 'choice',
        choices: labelled(words.goal, ['buy', 'rent', 'invest', 'sell']),
        askedBySales: true,
      },
      {
        id: 'propertyType',
        ...words.fields.propertyType,
        type: 'choice',
        choices: labelled(words.propertyType, ['apartment', 'house', 'land', 'commercial', 'offPlan']),
        askedBySales: true,
      },
      { id: 'budget', ...words.fields.budget, type: 'number', askedBySales: true },
      { id: 'area', ...words.fields.area, type: 'text', askedBySales: true },
      { id: 'bedrooms', ...words.fields.bedrooms, type: 'number', askedBySales: true },
      {
        id: 'financing',
        ...words.fields.financing,
        type: 'choice',
        choices: labelled(words.financing, ['approved', 'requested', 'cash', 'sellsFirst', 'none']),
        askedBySales: true,
      },
      {
        id: 'timeline',
        ...words.fields.timeline,
        type: 'choice',
        choices: labelled(words.timeline, ['now', 'quarter', 'year', 'none']),
        askedBySales: true,
      },
      { id: 'decisionMaker', ...words.fields.decisionMaker, type: 'boolean', askedBySales: true },
      { id: 'listing', ...words.fields.listing, type: 'text' },
    ],
    lists: {
      ...listsFrom(shared, words.lists.competitors, 'other-agency.example'),
      corporateBuyers: { label: words.lists.corporateBuyers, values: ['buyer.example'] },
      focusAreas: { label: words.lists.focusAreas, values: [...words.areas] },
    },
    signals: labelled(words.signals, [
      'visit_requested',
      'financing_simulated',
      'whatsapp_started',
      'listing_viewed',
      'listing_saved',
      'brochure_downloaded',
      'open_house_attended',
      'form_submitted',
      'email_clicked',
      'careers_viewed',
    ]),
    segments: [
      {
        id: 'corporate',
        label: words.segments.corporate,
        when: { emailDomain: true, inList: 'corporateBuyers' },
      },
      {
        id: 'highEnd',
        label: words.segments.highEnd,
        when: {
          all: [
            { field: 'budget', atLeast: highEnd },
            { field: 'goal', in: ['buy', 'invest'] },
          ],
        },
      },
      { id: 'owners', label: words.segments.owners, when: { field: 'goal', is: 'sell' } },
      { id: 'rent', label: words.segments.rent, when: { field: 'goal', is: 'rent' } },
      { id: 'buyers', label: words.segments.buyers, when: { field: 'goal', in: ['buy', 'invest'] } },
    ],
    personas: personasFrom(words.personas, [
      ['resident', { field: 'goal', in: ['buy', 'rent'] }],
      ['investor', { field: 'goal', in: ['invest'] }],
      ['owner', { field: 'goal', in: ['sell'] }],
    ]),
    exclusions: [
      competitorExclusion(words.exclusions.competitor),
      {
        id: 'anonymous',
        label: words.exclusions.anonymous,
        when: {
          all: [
            { field: 'name', known: false },
            {
              not: {
                any: [
                  { signal: 'form_submitted' },
                  { signal: 'visit_requested' },
                  { signal: 'whatsapp_started' },
                ],
              },
            },
          ],
        },
      },
    ],
    scoring: scoringFrom(
      shared,
      {
        profile: [
          {
            id: 'funded',
            label: words.fit.funded,
            points: 16,
            when: { field: 'financing', in: ['approved', 'cash'] },
          },
          {
            id: 'requested',
            label: words.fit.requested,
            points: 8,
            when: { field: 'financing', is: 'requested' },
          },
          {
            id: 'budget',
            label: words.fit.budget,
            points: 10,
            when: { field: 'budget', atLeast: floor },
          },
          {
            id: 'highEnd',
            label: words.fit.highEnd,
            points: 6,
            when: { field: 'budget', atLeast: highEnd },
          },
          { id: 'now', label: words.fit.now, points: 12, when: { field: 'timeline', is: 'now' } },
          {
            id: 'quarter',
            label: words.fit.quarter,
            points: 8,
            when: { field: 'timeline', is: 'quarter' },
          },
          { id: 'area', label: words.fit.area, points: 6, when: { field: 'area', inList: 'focusAreas' } },
          {
            id: 'decides',
            label: words.fit.decides,
            points: 4,
            when: { field: 'decisionMaker', is: true },
          },
          { id: 'owner', label: words.fit.owner, points: 18, when: { field: 'goal', is: 'sell' } },
        ],
        interest: [
          {
            id: 'visit',
            label: words.signals.visit_requested,
            points: 30,
            signal: 'visit_requested',
            count: 'once',
            withinDays: 30,
          },
          {
            id: 'simulation',
            label: words.signals.financing_simulated,
            points: 20,
            signal: 'financing_simulated',
            count: 'once',
            withinDays: 45,
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
            id: 'openHouse',
            label: words.signals.open_house_attended,
            points: 20,
            signal: 'open_house_attended',
            count: 'each',
            limit: { times: 2, perDays: 90 },
            decay: { losePercent: 50, everyDays: 30 },
          },
          {
            id: 'saved',
            label: words.signals.listing_saved,
            points: 6,
            signal: 'listing_saved',
            count: 'each',
            limit: { times: 3, perDays: 7 },
            decay: { losePercent: 50, everyDays: 15 },
          },
          {
            id: 'viewed',
            label: words.signals.listing_viewed,
            points: 2,
            signal: 'listing_viewed',
            count: 'each',
            limit: { times: 5, perDays: 7 },
            withinDays: 15,
          },
          readingRule('brochure', words.signals.brochure_downloaded, 'brochure_downloaded', 8),
          formRule(words.signals.form_submitted, 12, 30),
          clickRule(words.signals.email_clicked),
        ],
        doubts: [careersRule(words.signals.careers_viewed, { points: -5, limit: { times: 2, perDays: 30 } })],
      },
      bandsFrom(shared, [34, 22, 10], [30, 18, 6]),
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
            { all: [{ field: 'goal', known: true }], label: words.criteria.goal },
            {
              any: [
                { field: 'budget', atLeast: floor },
                { field: 'goal', in: ['rent', 'sell'] },
              ],
              label: words.criteria.budget,
            },
          ],
        },
        fastTrack: [
          { signal: 'visit_requested', label: words.signals.visit_requested },
          { signal: 'whatsapp_started', label: words.signals.whatsapp_started },
        ],
      },
      sql: {
        all: [
          { all: [{ field: 'goal', known: true }], label: words.criteria.goal },
          { all: [{ field: 'budget', known: true }], label: words.criteria.budget },
          { all: [{ field: 'area', known: true }], label: words.criteria.area },
          {
            any: [
              { field: 'financing', in: ['approved', 'requested', 'cash', 'sellsFirst'] },
              { field: 'goal', in: ['rent', 'sell'] },
            ],
            label: words.criteria.financing,
          },
          { any: CONVERSATION, label: words.criteria.conversation },
        ],
      },
    }),
    handoff: {
      ...HANDED_OVER,
      brief: { required: ['name', 'goal', 'area', 'budget'] },
      reasons: [
        { id: 'financing', label: words.reasons.financing, answer: 'recycled' },
        { id: 'no_property', label: words.reasons.no_property, answer: 'recycled' },
        ...notNow(shared),
        { id: 'elsewhere', label: words.reasons.elsewhere, answer: 'disqualified' },
        { id: 'broker', label: words.reasons.broker, answer: 'disqualified' },
        wrongData(shared),
      ],
      unreachable: { attempts: 6, dates: 5, withinDays: 21, channels: 2, notDeclared: 2 },
      snooze: { times: 2, openDays: 10, reasons: labelled(shared.snoozes, ['asked_later', 'vacation']) },
      workWithinDays: 10,
    },
    routes: TO_SALES,
    policies: promisesFrom(
      shared,
      [
        {
          id: 'first-response-corporate',
          label: words.policies.corporate,
          level: 'account',
          when: { segment: 'corporate' },
          target: { businessMinutes: 60 },
          warnAtPercent: 50,
          managerAfter: { businessMinutes: 30 },
        },
        {
          id: 'first-response-high-end',
          label: words.policies.highEnd,
          level: 'segment',
          when: { segment: 'highEnd' },
          target: { businessMinutes: 10 },
          warnAtPercent: 50,
          managerAfter: { businessMinutes: 10 },
        },
        {
          id: 'first-response',
          label: shared.policies.firstResponse,
          level: 'default',
          target: { businessMinutes: 15 },
          warnAtPercent: 60,
          managerAfter: { businessMinutes: 15 },
        },
      ],
      {
        calendar: 'duty',
        office: 'office',
        assignment: { businessMinutes: 5 },
        acceptance: { businessHours: 4 },
        cadence: { target: { businessDays: 1 }, times: 6 },
        reply: { target: { businessMinutes: 60 }, managerAfter: { businessMinutes: 60 } },
        stageTime: { businessDays: 20 },
      },
    ),
    calendars: {
      duty: {
        label: words.dutyHours,
        zone: shared.zone,
        week: { ...weekdays([['09:00', '19:00']]), sat: [['09:00', '17:00']], sun: [['10:00', '14:00']] },
        holidays: shared.holidays,
      },
      office: officeFrom(shared),
    },
    workspaceCalendar: 'duty',
    sources: [
      ...labelled(words.sources, ['portal', 'instagram', 'signboard', 'openHouse']),
      ...labelled(shared.sources, ['google', 'site', 'referral', 'outbound']),
    ],
    currency: shared.currency,
    ...EMPTY,
    goals: GOALS,
    ...RHYTHM,
  };
}
