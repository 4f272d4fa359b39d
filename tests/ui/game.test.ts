import { describe, expect, it } from 'vitest';
import type { Edge } from '../../src/core/moves';
import { arrows, layout } from '../../src/ui/game/layout';
import { isActive, type MicroStep, microSteps } from '../../src/ui/game/steps';
import { fakeLab } from './fakeLab';

const edge = (from: string, to: string, quantity: string): Edge => ({ from, to, quantity });
const flow = [
  edge('noise', 'G', 'z'),
  edge('G', 'D', 'G(z)'),
  edge('data', 'D', 'x'),
  edge('D', 'loss', 'D(x)'),
  edge('D', 'loss', 'D(G(z))'),
  edge('loss', 'G', 'gradient/generator'),
  edge('loss', 'D', 'gradient/discriminator'),
];
const seen = (...names: string[]) => names.map((name) => ({ name, shape: [1], values: Float32Array.of(1) }));

describe('the diagram', () => {
  it('puts every node after those that feed it, and none upon another', () => {
    const placed = layout(flow);
    const column = (name: string) => placed.find((node) => node.name === name)?.column;
    expect(['noise', 'data', 'G', 'D', 'loss'].map(column)).toEqual([0, 0, 1, 2, 3]);
    expect(new Set(placed.map((node) => `${node.column} ${node.row}`)).size).toBe(placed.length);
  });

  it('rewires itself for another system, even one that runs in a ring', () => {
    const vae = [edge('data', 'E', 'x'), edge('E', 'D', 'z'), edge('D', 'E', 'again'), edge('noise', 'D', 'ε')];
    const columns = layout(vae).map(({ column }) => column);
    expect(Math.max(...columns)).toBeLessThan(4);
    expect(arrows(flow).find(({ to, back }) => to === 'loss' && !back)?.edges).toHaveLength(2);
  });
});

describe('micro-steps', () => {
  const report = { seen: seen('x', 'z', 'G(z)', 'D(x)', 'D(G(z))', 'gradient/discriminator'), loss: 0.7 };

  it('follow the flow, and end with loss, gradient and update', () => {
    const steps = microSteps(report, flow);
    expect(steps.map(({ at }) => at)).toEqual(['noise', 'G', 'data', 'D', 'loss', 'gradient', 'update']);
    expect(steps[3]?.seen.map(({ name }) => name)).toEqual(['D(x)', 'D(G(z))']);
    expect(steps[4]?.seen[0]?.values[0]).toBeCloseTo(0.7);
  });

  it('leave out what the move did not need', () => {
    const steps = microSteps({ seen: seen('z', 'G(z)', 'D(G(z))', 'gradient/generator'), loss: 1 }, flow);
    expect(steps.map(({ at }) => at)).toEqual(['noise', 'G', 'D', 'loss', 'gradient', 'update']);
  });

  it('light the arrows that carry their quantities', () => {
    const lit = (step: MicroStep) =>
      flow.filter((one) => isActive(one, step, 'discriminator')).map((one) => one.quantity);
    const steps = microSteps(report, flow);
    expect(steps.map(lit)).toEqual([
      ['z'],
      ['G(z)'],
      ['x'],
      ['D(x)', 'D(G(z))'],
      [],
      ['gradient/discriminator'],
      ['gradient/discriminator'],
    ]);
  });
});

describe('slow motion', () => {
  it('asks for one move, walks through it, shows its picture at the end, and then asks for the next', async () => {
    const { app, commands, lab } = fakeLab();
    await app().openConfig((await lab.client.inspect(new Uint8Array())) as never);
    commands.splice(0);
    await app().microStep();
    expect(app().slow).toMatchObject({ step: 0, report: { player: 'generator' } });
    await app().microStep(); // gradient
    expect(commands).toEqual([]);
    await app().microStep(); // update
    expect(commands).toEqual([{ type: 'look' }]);
    await app().microStep();
    expect(app().slow?.step).toBe(0);
    app().play();
    expect(app().slow).toBeNull();
  });
});
