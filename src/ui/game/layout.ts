import type { Edge } from '../../worker/protocol';

/** A node's place in a grid: columns go with the flow. */
export interface Placed {
  name: string;
  column: number;
  row: number;
}

/** Whether the edge is a gradient, which flows back to the player that its name ends with. */
export const goesBack = ({ quantity }: Edge): boolean => quantity.startsWith('gradient/');

/**
 * Layers of a flow: each node stands one column after the last of those that feed it (gradients, which flow back, do not
 * count), and nodes of a column stand in the order in which the flow names them.
 */
export function layout(flow: readonly Edge[]): Placed[] {
  const forward = flow.filter((edge) => !goesBack(edge));
  const names = [...new Set(flow.flatMap(({ from, to }) => [from, to]))];
  const columns = new Map(names.map((name) => [name, 0]));
  // As many rounds as there are nodes settle any flow without a ring.
  for (let round = 0; round < names.length; round++) {
    for (const { from, to } of forward) {
      const least = (columns.get(from) as number) + 1;
      if ((columns.get(to) as number) < least && least < names.length) columns.set(to, least);
    }
  }
  const filled = new Map<number, number>();
  return names.map((name) => {
    const column = columns.get(name) as number;
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    return { name, column, row };
  });
}

/** The arrows between two nodes in one direction, with all that they carry. */
export interface Arrow {
  from: string;
  to: string;
  edges: readonly Edge[];
  back: boolean;
}

/** Edges between the same nodes are one arrow. */
export function arrows(flow: readonly Edge[]): Arrow[] {
  const found = new Map<string, Arrow & { edges: Edge[] }>();
  for (const edge of flow) {
    const key = `${edge.from}→${edge.to}`;
    const known = found.get(key);
    if (known) known.edges.push(edge);
    else found.set(key, { from: edge.from, to: edge.to, edges: [edge], back: goesBack(edge) });
  }
  return [...found.values()];
}
