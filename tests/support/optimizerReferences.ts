/** Numbers of a rule, by their short names. */
export type RuleValues = Readonly<Record<string, number>>;

/** One step: weights and their gradient in, the next weights out. */
type Step = (theta: number[], g: number[]) => number[];

const EPSILON = 1e-8;

/** The papers' formulas in double precision, each from the start of a run. */
export const OPTIMIZER_REFERENCES: Readonly<Record<string, (numbers: RuleValues) => Step>> = {
  adam: ({ rate = 0, beta1 = 0, beta2 = 0 }) => {
    let t = 0;
    const m: number[] = [];
    const v: number[] = [];
    return (theta, g) => {
      t += 1;
      return theta.map((w, i) => {
        const slope = g[i] as number;
        m[i] = beta1 * (m[i] ?? 0) + (1 - beta1) * slope;
        v[i] = beta2 * (v[i] ?? 0) + (1 - beta2) * slope ** 2;
        return w - (rate * (m[i] / (1 - beta1 ** t))) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + EPSILON);
      });
    };
  },
  'optimistic-adam': (numbers) => {
    const adam = (OPTIMIZER_REFERENCES['adam'] as (numbers: RuleValues) => Step)(numbers);
    let previous: number[] = [];
    return (theta, g) => {
      const plain = adam(theta, g);
      const step = theta.map((w, i) => w - (plain[i] as number));
      const moved = theta.map((w, i) => w - 2 * (step[i] as number) + (previous[i] ?? 0));
      previous = step;
      return moved;
    };
  },
  rmsprop: ({ rate = 0, decay = 0 }) => {
    const v: number[] = [];
    return (theta, g) =>
      theta.map((w, i) => {
        const slope = g[i] as number;
        v[i] = decay * (v[i] ?? 0) + (1 - decay) * slope ** 2;
        return w - (rate * slope) / (Math.sqrt(v[i]) + EPSILON);
      });
  },
  sgd: ({ rate = 0, momentum = 0 }) => {
    const u: number[] = [];
    return (theta, g) =>
      theta.map((w, i) => {
        u[i] = momentum * (u[i] ?? 0) + (g[i] as number);
        return w - rate * u[i];
      });
  },
};
