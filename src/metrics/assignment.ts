/**
 * The cheapest one-to-one assignment of n rows to n columns: the Hungarian method in its shortest-path form (Kuhn 1955;
 * Jonker and Volgenant 1987), O(n³).
 *
 * @param cost cost of giving row i column j
 * @returns [n] the column of each row
 */
export function assign(n: number, cost: (row: number, column: number) => number): Int32Array {
  const costs = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) costs[i * n + j] = cost(i, j);
  // Prices of rows and columns; a row or column 0 stands for "none", so all are counted from one.
  const u = new Float64Array(n + 1);
  const v = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1);
  const before = new Int32Array(n + 1);
  const least = new Float64Array(n + 1);
  const used = new Uint8Array(n + 1);
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row;
    least.fill(Number.POSITIVE_INFINITY);
    used.fill(0);
    let column = 0;
    do column = nextColumn(column);
    while (rowOf[column] !== 0);
    while (column !== 0) {
      const former = before[column] as number;
      rowOf[column] = rowOf[former] as number;
      column = former;
    }
  }
  const columnOf = new Int32Array(n);
  for (let j = 1; j <= n; j++) columnOf[(rowOf[j] as number) - 1] = j - 1;
  return columnOf;

  /** Takes one more column into the tree of shortest paths and returns the nearest one outside it. */
  function nextColumn(from: number): number {
    used[from] = 1;
    const row = rowOf[from] as number;
    const base = (row - 1) * n - 1;
    const price = u[row] as number;
    let step = Number.POSITIVE_INFINITY;
    let nearest = 0;
    for (let j = 1; j <= n; j++) {
      if (used[j]) continue;
      const reduced = (costs[base + j] as number) - price - (v[j] as number);
      if (reduced < (least[j] as number)) {
        least[j] = reduced;
        before[j] = from;
      }
      if ((least[j] as number) < step) {
        step = least[j] as number;
        nearest = j;
      }
    }
    for (let j = 0; j <= n; j++) {
      if (used[j]) {
        const owner = rowOf[j] as number;
        u[owner] = (u[owner] as number) + step;
        v[j] = (v[j] as number) - step;
      } else least[j] = (least[j] as number) - step;
    }
    return nearest;
  }
}
