/** The same cases for every mutant, so that what covers it does not change on the way; the first that fails is enough. */
import '../support/seed.ts';
import { configureGlobal, readConfigureGlobal } from 'fast-check';

configureGlobal({ ...readConfigureGlobal(), endOnFailure: true });
