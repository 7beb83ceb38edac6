/** One thing wrong with an agreement, where it is, and what was probably meant (DEF1). */
import type { Language } from '../../lead/vocabulary.ts';
import { problemWords } from '../../messages/problems/index.ts';
import { type Fault, WARNINGS } from './fault.ts';
import { nearest } from './nearest.ts';

export interface Problem {
  /** A warning is worth a look; only errors keep an agreement from being published. */
  readonly severity: 'error' | 'warning';
  /** JSON pointer into the document checked. */
  readonly pointer: string;
  readonly fault: Fault;
  /** The plain sentence, the suggestion included. */
  readonly message: string;
  /** The name that was probably meant. */
  readonly suggestion?: string;
}

/** The name as it was written, and those it might have been. */
export interface Near {
  readonly given: string;
  readonly among: Iterable<string>;
}
export type Tell = (pointer: string, fault: Fault, near?: Near) => void;

/** A document this broken is not mended line by line. */
const MOST = 1_000;

/** Collects problems in the order told; `problems()` gives errors first. */
export function collectProblems(language: Language): {
  readonly tell: Tell;
  readonly problems: () => readonly Problem[];
} {
  const told: Problem[] = [];
  const tell: Tell = (pointer, fault, near) => {
    if (told.length > MOST) return;
    if (told.length === MOST) {
      told.push(problemOf('', { code: 'too_many_problems', shown: MOST }, undefined, language));
      return;
    }
    const suggestion = near === undefined ? undefined : nearest(near.given, near.among);
    told.push(problemOf(pointer, fault, suggestion, language));
  };
  const ofSeverity = (severity: Problem['severity']) => told.filter((one) => one.severity === severity);
  return { tell, problems: () => [...ofSeverity('error'), ...ofSeverity('warning')] };
}

function problemOf(
  pointer: string,
  fault: Fault,
  suggestion: string | undefined,
  language: Language,
): Problem {
  const severity = WARNINGS.has(fault.code) ? 'warning' : 'error';
  const head = { severity, pointer, fault } as const;
  const said = saidOf(fault, suggestion, language);
  return suggestion === undefined ? { ...head, message: said } : { ...head, message: said, suggestion };
}

/** The sentence of a problem in another language than it was found in. */
export function sayProblem({ fault, suggestion }: Problem, language: Language): string {
  return saidOf(fault, suggestion, language);
}

function saidOf(fault: Fault, suggestion: string | undefined, language: Language): string {
  const words = problemWords(language);
  const sentence = words.fault(fault);
  return suggestion === undefined ? sentence : `${sentence} ${words.didYouMean(suggestion)}`;
}
