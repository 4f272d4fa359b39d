import { foldConstants } from './constants';
import { deadCode } from './deadCode';
import { mergeDuplicates } from './duplicates';
import { removeIdentities } from './identities';
import { stepOfActivation } from './stepOfActivation';
import type { Pass } from './types';

const PASSES: readonly Pass[] = [
  deadCode,
  foldConstants,
  removeIdentities,
  mergeDuplicates,
  stepOfActivation,
  deadCode,
];

/** Removes from a recorded graph what need not be computed in every run. */
export const simplify: Pass = (graph) => PASSES.reduce((simpler, pass) => pass(simpler), graph);
