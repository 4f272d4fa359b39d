import '../../support/tf';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem';
import { type Combination, combinations, configs, family, mustReplay, nameOf } from '../../support/replay/cases';
import { plainKernels } from '../../support/replay/kernels';
import { startAll, trial } from '../../support/replay/trial';

/** Each objective, with systems, penalties and kinds of data in turns; `npm run replay-check` tries them all. */
const cases = [...new Set(combinations().map(family))].map((name, i): [string, Combination, number] => {
  const all = combinations().filter((one) => family(one) === name);
  return [name, all[(5 * i) % all.length] as Combination, i];
});

async function check(combination: Combination, seed: number): Promise<void> {
  const property = fc.asyncProperty(configs(combination), async (config) => {
    const findings = await trial(config, plainKernels);
    fc.pre(findings !== null);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ good }) => !good)).toEqual([]);
  });
  await fc.assert(property, { numRuns: 1, seed, endOnFailure: true });
}

beforeAll(startAll);

describe('a replayed run equals the eager one in losses, raw gradients and after 20 iterations', () => {
  it.each(cases)('%s', async (_family, combination, seed) => {
    try {
      await check(combination, seed);
    } catch (thrown) {
      const cause = (thrown as Error).cause;
      const refused = cause instanceof Problem && cause.code.startsWith('replay.');
      if (!refused || mustReplay(combination)) throw new Error(nameOf(combination), { cause: thrown });
    }
  });
});
