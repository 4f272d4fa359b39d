import '../../support/tf';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import { combinations, configs, mustReplay, nameOf } from '../../support/replay/cases';
import { plainKernels } from '../../support/replay/kernels';
import { startAll, trial } from '../../support/replay/trial';

/** A few random runs of everything; `npm run replay-check` makes as many as one likes. */
const RUNS = { numRuns: 1, seed: 2026, endOnFailure: true };

beforeAll(startAll);

describe('a replayed run equals the eager one in losses, raw gradients and after 20 iterations', () => {
  it.each(combinations().map((one) => [nameOf(one), one] as const))('%s', async (_name, combination) => {
    await fc.assert(
      fc.asyncProperty(configs(combination), async (config) => {
        try {
          const findings = await trial(config, plainKernels);
          expect(findings.length).toBeGreaterThan(4);
          expect(findings.filter(({ good }) => !good)).toEqual([]);
        } catch (thrown) {
          if (mustReplay(combination) || !(thrown instanceof Problem && thrown.code.startsWith('replay.'))) throw thrown;
        }
      }),
      RUNS,
    );
  });
});
