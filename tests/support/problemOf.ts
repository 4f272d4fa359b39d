import { expect } from 'vitest';
import { Problem } from '../../src/core/problem';
import en from '../../src/locales/en';
import { leaves } from './keys';

const sentences = leaves(en.problems);

/** How many malformed inputs of each sort; the same ones each time. */
export const MALFORMED = { numRuns: 200, seed: 2014 };

/** The problem that the work ends in; anything else thrown, or nothing thrown at all, fails the test. */
export async function problemOf(work: () => unknown): Promise<Problem> {
  let result: unknown;
  try {
    result = await work();
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const known = sentences.get(thrown.code) ?? sentences.get(`${thrown.code}_other`);
    expect(known, `the sentence of ${thrown.code}`).toBeDefined();
    const gaps = [...(known as string).matchAll(/{{\s*(\w+)/g)].map(([, name]) => name as string);
    expect(Object.keys(thrown.values), `values of ${thrown.code}`).toEqual(expect.arrayContaining(gaps));
    return thrown;
  }
  throw new Error(`accepted: ${JSON.stringify(result)?.slice(0, 200)}`);
}
