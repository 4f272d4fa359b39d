import fc from 'fast-check';
import { growingDiscriminator, growingGenerator, ladder, styleGenerator } from '../../../src/core/architectures';
import type { DatasetEntry, SystemEntry } from '../../../src/core/catalog';
import { lacksLabels } from '../../../src/core/conditions';
import { parseConfig } from '../../../src/core/config';
import { ACTIVATIONS, isAside, type LayerSpec } from '../../../src/core/layers';
import type { ParamSpec, ParamValue } from '../../../src/core/params';
import { Problem } from '../../../src/core/problem';
import { BATCH_LIMITS, type RunConfig } from '../../../src/core/run';
import { catalog } from '../../../src/worker/catalog';

/** What one run of the laboratory can be asked to do: a system with an objective and a penalty on a kind of data. */
export interface Combination {
  system: SystemEntry;
  kind: DatasetEntry['kind'];
  /** Choices that tell algorithms apart: `objective`, `penalty`; those that the system declares. */
  choices: Readonly<Record<string, string>>;
}

const CHOICES = ['objective', 'penalty'];

/** Every system with every objective and penalty on every kind of data that it takes. */
export function combinations(): Combination[] {
  return catalog.systems.flatMap((system) => {
    let all: Record<string, string>[] = [{}];
    for (const name of CHOICES) {
      const spec = system.params[name];
      if (spec?.kind !== 'choice') continue;
      all = all.flatMap((choices) => spec.options.map((option) => ({ ...choices, [name]: option })));
    }
    return system.kinds.flatMap((kind) => all.map((choices) => ({ system, kind, choices })));
  });
}

/** `gan, least-squares, r1, 2d` */
export const nameOf = ({ system, kind, choices }: Combination): string =>
  [system.id, ...Object.values(choices), kind].join(', ');

/** The objective, or the system where it has none to choose from. */
export const family = ({ system, choices }: Combination): string => choices['objective'] ?? system.id;

/** Whether it is promised that this is replayed: points always are, and all but the GAN of nets that may be large. */
export const mustReplay = ({ system, kind }: Combination): boolean => kind !== 'image' || system.id !== 'gan';

const activation = fc.constantFrom(...ACTIVATIONS).map((fn): LayerSpec => ({ type: 'activation', fn }));
const between = (min: number, max: number) => fc.integer({ min, max });
const sometimes = (layer: fc.Arbitrary<LayerSpec>) =>
  fc.oneof(
    fc.constant([]),
    layer.map((one) => [one]),
  );
const batchNorm = sometimes(fc.constant({ type: 'batchNorm' }));
const dropout = sometimes(between(0, 18).map((n): LayerSpec => ({ type: 'dropout', rate: n / 20 })));

/** A layer with weights, and what may follow it. */
const block = (weights: fc.Arbitrary<LayerSpec>): fc.Arbitrary<LayerSpec[]> =>
  fc.tuple(weights, batchNorm, activation, dropout).map(([first, norm, f, drop]) => [first, ...norm, f, ...drop]);

const denseBlock = block(between(1, 24).map((units) => ({ type: 'dense', units })));
const denseLayers = fc.array(denseBlock, { maxLength: 3 }).map((blocks) => blocks.flat());

const convolution = fc
  .tuple(between(1, 5), between(1, 5), between(1, 3))
  .map(([filters, kernel, stride]): LayerSpec => ({ type: 'conv', filters, kernel, stride: Math.min(kernel, stride) }));
const convolutions = fc.array(block(convolution), { minLength: 1, maxLength: 2 }).map((blocks) => blocks.flat());

/** A projection to a small picture of that side, which transposed convolutions of stride 2 bring to half of `goal`. */
function growing(side: number, goal: number): fc.Arbitrary<LayerSpec[]> {
  const doublings = Math.log2(goal / 2 / side);
  const grow = block(
    fc.tuple(between(1, 4), between(2, 5)).map(([filters, kernel]) => ({
      type: 'convTranspose',
      filters,
      kernel,
      stride: 2,
    })),
  );
  const keep = block(
    fc
      .tuple(fc.constantFrom('conv' as const, 'convTranspose' as const), between(1, 4), between(1, 5))
      .map(([type, filters, kernel]) => ({ type, filters, kernel, stride: 1 })),
  );
  return between(1, 4).chain((channels) =>
    fc
      .tuple(
        block(fc.constant({ type: 'dense', units: side * side * channels })),
        fc.array(keep, { maxLength: 1 }),
        fc.array(grow, { minLength: doublings, maxLength: doublings }),
      )
      .map(([projection, kept, grown]) => [
        ...projection,
        { type: 'reshape', height: side, width: side, channels },
        ...kept.flat(),
        ...grown.flat(),
      ]),
  );
}

/** Down with strided convolutions and up again, with or without skips; from pictures to half of their side. */
const hourglass = fc
  .tuple(between(1, 4), between(1, 4), batchNorm, activation, fc.boolean())
  .map(([down, up, norm, f, skips]): LayerSpec[] => [
    { type: 'conv', filters: down, kernel: 4, stride: 2 },
    f,
    { type: 'conv', filters: up, kernel: 3, stride: 2 },
    ...norm,
    f,
    { type: 'convTranspose', filters: up, kernel: 4, stride: 2 },
    f,
    ...(skips ? [{ type: 'skip' } as const] : []),
  ]);

/** A network that grows to pictures of that shape, with few channels. */
function stages({ role }: Extract<ParamSpec, { kind: 'layers' }>, [side = 28, , channels = 1]: readonly number[]) {
  const sides = ladder(side);
  const widths = fc.array(between(2, 4), { minLength: sides.length, maxLength: sides.length });
  return role === 'generator'
    ? widths.map((all) => growingGenerator(all, sides[0] as number, channels))
    : widths.map((all) => growingDiscriminator(all, channels));
}

/** Convolutions at the pictures' own size. */
const level = fc
  .tuple(between(1, 4), between(1, 5), activation)
  .map(([filters, kernel, f]): LayerSpec[] => [{ type: 'conv', filters, kernel, stride: 1 }, f]);

function layers(spec: Extract<ParamSpec, { kind: 'layers' }>, shape: readonly number[]): fc.Arbitrary<LayerSpec[]> {
  const side = (shape[0] ?? 1) / 2 ** (spec.halvings ?? 0);
  if (shape.length < 3 || spec.sees) return denseLayers;
  if (spec.default.some(isAside)) return stages(spec, shape);
  if (spec.role === 'translator') return spec.head === 'conv' ? level : hourglass;
  if (spec.role === 'mapping') return denseLayers;
  if (spec.head === 'conv') return between(2, 4).map((n) => styleGenerator([n + 1, n], side / 2));
  if (spec.patches) return convolutions;
  if (spec.head === 'convTranspose') return fc.oneof(growing(side / 4, side), growing(side / 2, side));
  return spec.role === 'discriminator' ? fc.oneof(denseLayers, convolutions) : denseLayers;
}

/** A number within a factor of ten of its default, or within the first unit where that is zero. */
function number({ kind, default: usual, min, max }: Extract<ParamSpec, { min: number }>): fc.Arbitrary<number> {
  if (kind === 'int') return between(Math.max(min, 1), Math.min(max, Math.max(4, min)));
  if (usual === 0) return between(0, 100).map((n) => min + (n / 100) * (Math.min(max, 1) - min));
  return between(-10, 10).map((n) => Math.min(Math.max(usual * 10 ** (n / 10), min), max));
}

/** Gradients are read from plain SGD: its momentum's array then holds the last gradient itself. */
const FIXED: readonly (readonly [ending: string, arbitrary: fc.Arbitrary<ParamValue>])[] = [
  ['Optimizer', fc.constant('sgd')],
  ['Momentum', fc.constant(0)],
  ['Rate', between(-39, -30).map((n) => 10 ** (n / 10))],
];

function param(name: string, spec: ParamSpec, shape: readonly number[]): fc.Arbitrary<ParamValue> {
  const fixed = FIXED.find(([ending]) => name.endsWith(ending));
  if (fixed) return fixed[1];
  switch (spec.kind) {
    case 'layers':
      return layers(spec, shape);
    case 'choice':
      return fc.constantFrom(...spec.options);
    case 'flag':
      return fc.boolean();
    case 'text':
      return fc.constant(spec.default);
    default:
      return number(spec);
  }
}

type RawConfig = Pick<RunConfig, 'system' | 'dataset' | 'systemParams' | 'datasetParams' | 'batchSize' | 'seed'>;

/** What to change where choices do not go together, by the code of the refusal. */
const MENDED: Readonly<Record<string, (raw: RawConfig) => Partial<RunConfig['systemParams']>>> = {
  'combination.penaltyBatchNorm': ({ systemParams }) => ({
    discriminatorLayers: (systemParams['discriminatorLayers'] as LayerSpec[]).map((layer) =>
      layer.type === 'batchNorm' ? { type: 'layerNorm' } : layer,
    ),
  }),
  'combination.labels': () => ({ softLabels: false }),
  'combination.packing': () => ({ packing: 1 }),
  'combination.unrolledConvolution': () => ({ unrolling: 0 }),
  'combination.unrolledPenalty': () => ({ unrolling: 0 }),
  'combination.consensusConvolution': () => ({ consensus: false }),
  'combination.consensusPenalty': () => ({ consensus: false }),
  'combination.domains': () => ({ domains: 'negative' }),
  'combination.consensusUnrolled': () => ({ consensus: false }),
};

/** The configuration, with tricks left out that do not go with the rest. */
function agreed(raw: RawConfig): RunConfig {
  try {
    return parseConfig(raw, catalog);
  } catch (thrown) {
    const mend = thrown instanceof Problem ? MENDED[thrown.code] : undefined;
    if (!mend) throw thrown;
    return agreed({ ...raw, systemParams: { ...raw.systemParams, ...mend(raw) } as RunConfig['systemParams'] });
  }
}

/** Random runs of one combination: data set, seed, batch size, networks and every parameter. */
export function configs({ system, kind, choices }: Combination): fc.Arbitrary<RunConfig> {
  const sets = catalog.datasets.filter(
    (set) => set.kind === kind && set.source === 'procedural' && !lacksLabels(system.labels, set),
  );
  return fc.constantFrom(...sets).chain((set) => {
    const values = (specs: SystemEntry['params']) =>
      fc.record(Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, param(name, spec, set.shape)])));
    return fc
      .record({
        systemParams: values(system.params),
        datasetParams: values(set.params),
        batchSize: between(BATCH_LIMITS.min, kind === 'image' ? 6 : 48),
        seed: between(0, 1_000_000),
      })
      .map(({ systemParams, ...run }) =>
        agreed({ system: system.id, dataset: set.id, ...run, systemParams: { ...systemParams, ...choices } }),
      );
  });
}

/** The defaults of one combination, on the first data set that needs no files. */
export function defaults({ system, kind, choices }: Combination): RunConfig {
  const set = catalog.datasets.find(
    (one) => one.kind === kind && one.source === 'procedural' && !lacksLabels(system.labels, one),
  );
  return parseConfig({ system: system.id, dataset: set?.id, systemParams: choices }, catalog);
}
