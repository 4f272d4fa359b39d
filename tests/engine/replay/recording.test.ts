import '../../support/tf';
import {
  add,
  clone,
  getBackend,
  memory,
  mul,
  type Scalar,
  scalar,
  sum,
  type Tensor,
  tensor1d,
  variable,
} from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { Interpreter } from '../../../src/engine/replay/interpreter';
import { type Recording, record } from '../../../src/engine/replay/recording';
import { problemOf } from '../../support/problemOf';

const weights = () => variable(tensor1d([1, 2, 3]));

describe('record', () => {
  it('notes inputs, state, results and writes, and runs again with other numbers', () => {
    const w = weights();
    const graph = record(new Map([[w, 'w']]), (recording) => {
      const x = recording.input('x', [3]);
      recording.output('dot', sum(mul(x, w)));
      recording.write('w', add(w, x));
    });
    const executor = new Interpreter({ w: [3] });
    executor.set('w', [1, 2, 3]);
    const [program] = executor.compile([graph]);
    program?.input('x').set([10, 20, 30]);
    program?.run();
    program?.run();
    expect([...(program?.output('dot') ?? [])]).toEqual([10 * 11 + 20 * 22 + 30 * 33]);
    expect([...executor.state('w')]).toEqual([21, 42, 63]);
    w.dispose();
  });

  it('leaves the state, the backend and the number of tensors as they were, even where it fails', () => {
    const w = weights();
    const { numTensors } = memory();
    const state = new Map([[w, 'w']]);
    record(state, (recording) => recording.output('y', mul(w, 2)));
    expect(() =>
      record(state, () => {
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(memory().numTensors).toBe(numTensors);
    expect(getBackend()).toBe('cpu');
    expect([...w.dataSync()]).toEqual([1, 2, 3]);
    w.dispose();
  });
});

/** What each program that must be refused does, and the problem that names it. */
const refused: Record<string, [code: string, program: (w: Tensor, recording: Recording, take: number) => Tensor]> = {
  'a number that is not an input': ['replay.undeclared', (w, _recording, take) => mul(w, 1 + take)],
  'an array that is not an input': ['replay.undeclared', (w, _recording, take) => mul(w, tensor1d([1, 2, take]))],
  'an attribute that changes': [
    'replay.undeclared',
    (w, _recording, take) => sum(w, take === 0 ? 0 : undefined, take === 1),
  ],
  'work that is sometimes left out': ['replay.undeclared', (w, _recording, take) => (take === 0 ? mul(w, w) : w)],
  'a result that comes from elsewhere': [
    'replay.undeclared',
    (w, _recording, take) => {
      const both = [mul(w, 2), mul(w, 3)] as const;
      return both[take === 0 ? 0 : 1];
    },
  ],
  'a value that is read': ['replay.read', (w) => mul(w, sum(w).dataSync()[0] as number)],
  'a state array that is written twice': [
    'replay.twice',
    (w, recording) => {
      recording.write('w', w);
      recording.write('w', mul(w, 2));
      return w;
    },
  ],
};

describe('refused is', () => {
  it.each(Object.entries(refused))('%s', async (_what, [code, program]) => {
    const w = weights();
    const problem = await problemOf(() =>
      record(new Map([[w, 'w']]), (recording, take) => recording.output('y', program(w, recording, take))),
    );
    expect(problem?.code).toBe(code);
    if (code !== 'replay.twice') expect(String(problem?.values['place'])).toContain('recording.test');
    w.dispose();
  });

  it('a variable that is not declared', async () => {
    const [w, other] = [weights(), variable(scalar(2) as Scalar)];
    const problem = await problemOf(() => record(new Map([[w, 'w']]), (r) => r.output('y', mul(w, other))));
    expect(problem?.code).toBe('replay.variable');
    for (const one of [w, other]) one.dispose();
  });

  it('a copy of state that was made outside', async () => {
    const w = weights();
    const copy = clone(w);
    const problem = await problemOf(() => record(new Map([[w, 'w']]), (r) => r.output('y', mul(w, copy))));
    expect(problem).toMatchObject({ code: 'replay.kept', values: { name: 'w' } });
    for (const one of [w, copy]) one.dispose();
  });
});
