import type { Graph } from '../graph';

/** A pure step from a graph to a simpler one that computes the same. */
export type Pass = (graph: Graph) => Graph;
