import type { Graph } from '../graph';
import { foldConstants } from './constants';
import { deadCode } from './deadCode';
import { mergeDuplicates } from './duplicates';
import { removeIdentities } from './identities';
import { stepOfActivation } from './stepOfActivation';

/** A pure step from a graph to a simpler one that computes the same. */
export type Pass = (graph: Graph) => Graph;

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
