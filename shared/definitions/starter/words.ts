import type { Calendar } from '../calendar.ts';
import type { Language } from '../../lead/vocabulary.ts';

export interface StageWords {
  readonly label: string;
  readonly short: string;
  readonly meaning: string;
  readonly example?: string;
  readonly counterExample?: string;
}

export interface PersonaWords {
  readonly label: string;
  readonly pains: readonly string[];
  readonly needs: readonly string[];
  readonly words: readonly string[];
}

export interface FieldWords {
  readonly label: string;
  readonly question: string;
}

/** Everything in the starter agreement that a language or a country decides. */
export interface StarterWords {
  readonly language: Language;
  readonly title: string;
  readonly currency: string;
  readonly businessHours: string;
  readonly zone: string;
  readonly holidays: Calendar['holidays'];
  readonly fields: Record<
    'role' | 'seniority' | 'industry' | 'employees' | 'budget' | 'decisionMaker' | 'timeline' | 'need',
    FieldWords
  >;
  readonly seniority: Record<'analyst' | 'manager' | 'director' | 'chief', string>;
  readonly industry: Record<
    'health' | 'education' | 'retail' | 'software' | 'logistics' | 'construction' | 'finance' | 'other',
    string
  >;
  readonly timeline: Record<'now' | 'quarter' | 'year' | 'none', string>;
  readonly lists: Record<
    'freeMail' | 'roleAddresses' | 'competitors' | 'strategicAccounts' | 'icpIndustries',
    string
  >;
  readonly signals: Record<
    | 'demo_requested'
    | 'trial_started'
    | 'pricing_viewed'
    | 'form_submitted'
    | 'content_downloaded'
    | 'webinar_attended'
    | 'email_clicked'
    | 'careers_viewed',
    string
  >;
  readonly segments: Record<'strategic' | 'health' | 'midmarket' | 'small', string>;
  readonly personas: Record<'decider' | 'practitioner', PersonaWords>;
  readonly exclusions: Record<'competitor' | 'anonymous', string>;
  readonly groups: Record<'profile' | 'interest' | 'doubts', string>;
  readonly fit: Record<'chief' | 'director' | 'manager' | 'size50' | 'size201' | 'industry', string>;
  readonly bands: {
    readonly fit: Record<'A' | 'B' | 'C' | 'D', string>;
    readonly engagement: Record<'1' | '2' | '3' | '4', string>;
  };
  readonly stages: Record<
    'visitor' | 'lead' | 'mql' | 'sal' | 'sql' | 'opportunity' | 'customer',
    StageWords
  >;
  readonly criteria: Record<
    'identified' | 'score' | 'icp' | 'size' | 'decision' | 'budget' | 'need' | 'conversation',
    string
  >;
  readonly reasons: Record<
    'no_budget' | 'not_now' | 'unreachable' | 'out_of_profile' | 'competitor' | 'wrong_data',
    string
  >;
  readonly snoozes: Record<'asked_later' | 'vacation' | 'out_of_office', string>;
  readonly policies: Record<
    | 'assignment'
    | 'firstResponseStrategic'
    | 'firstResponseHealth'
    | 'firstResponse'
    | 'acceptance'
    | 'cadence'
    | 'reply'
    | 'stageTime'
    | 'returnToNurture'
    | 'brief'
    | 'contest',
    string
  >;
  readonly sources: Record<'google' | 'linkedin' | 'referral' | 'event' | 'site' | 'outbound', string>;
}
