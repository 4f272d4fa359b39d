import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/core/config';
import { decodeLink, encodeLink } from '../src/core/link';
import type { RunConfig } from '../src/core/run';
import { packSnapshot, unpackSnapshot } from '../src/training/snapshot';
import { catalog } from '../src/worker/catalog';
import { MALFORMED, problemOf } from './support/problemOf';

const preset = fc.constantFrom(...catalog.presets.map(({ config }) => config));
const number = (...bad: unknown[]) =>
  fc.oneof(fc.constantFrom<unknown>(...bad, '', null, [], {}, 'NaN', '1e999', true), fc.string());
const notWhole = number(0.5, -1, 1e300, Number.NaN);
const unknownName = fc.string({ minLength: 1, maxLength: 80 }).map((name) => `?${name}`);

/** A sound configuration with one field spoilt. */
const spoiltConfig = fc.oneof(
  fc
    .tuple(preset, fc.constantFrom('seed', 'batchSize'), notWhole)
    .map(([config, field, value]) => ({ ...config, [field]: value })),
  fc
    .tuple(preset, fc.constantFrom('system', 'dataset', 'engine'), number(1, 'x'))
    .map(([config, field, value]) => ({ ...config, [field]: value })),
  fc.tuple(preset, unknownName, fc.jsonValue()).map(([config, field, value]) => ({ ...config, [field]: value })),
  fc
    .tuple(
      preset,
      fc.constantFrom('systemParams', 'datasetParams'),
      fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.integer())),
    )
    .map(([config, field, value]) => ({ ...config, [field]: value })),
  fc
    .tuple(preset, unknownName, fc.jsonValue())
    .map(([config, name, value]) => ({ ...config, systemParams: { ...config.systemParams, [name]: value } })),
  spoiltParam(),
  fc.jsonValue().filter((value) => typeof value !== 'object' || value === null || Array.isArray(value)),
);

/** A value that its own spec does not allow. */
function spoiltParam() {
  return preset.chain((config) => {
    const system = catalog.systems.find(({ id }) => id === config.system);
    const names = Object.keys(system?.params ?? {});
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        1e300,
        -1e300,
        {},
        [[]],
        'neither',
        [{ type: 'dense', units: 0 }],
        [{ type: 'magic' }],
      ),
      fc.array(fc.record({ type: fc.string(), units: fc.integer() }), { minLength: 1 }),
    );
    return fc.tuple(fc.constantFrom(...names), value).map(([name, spoilt]) => ({
      ...config,
      systemParams: { ...config.systemParams, [name]: spoilt },
    }));
  });
}

/** A sound link with one part spoilt; or no link at all. */
const spoiltLink = fc.oneof(
  fc.string().filter((text) => !text.includes('system=')),
  spoilt(
    'system',
    fc.string().map((id) => `${id}?`),
  ),
  spoilt(
    'data',
    fc.string().map((id) => `${id}?`),
  ),
  spoilt(
    'seed',
    fc.oneof(
      fc.constantFrom('-1', '0.5', '1e99', 'x', '', '[1]', 'null', '{}'),
      fc.string().map((text) => `!${text}`),
    ),
  ),
  spoilt('batch', fc.constantFrom('0', '1', '100000', '2.5', '"64"', 'NaN', 'Infinity', '0x')),
  spoilt(
    'engine',
    fc.string().map((name) => `${name}?`),
  ),
  spoilt('latentSize', fc.constantFrom('0', '-3', '1e9', '"1"', 'null', '[]')),
  spoilt(
    'generatorLayers',
    fc.oneof(
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify({ value })),
      fc.constant('[{"type":"dense","units":1e9}]'),
    ),
  ),
  spoilt('data.nothing', fc.string()),
  fc
    .tuple(preset, unknownName, fc.string())
    .map(([config, name, value]) => `${encodeLink(config, catalog)}&${new URLSearchParams({ [name]: value })}`),
);

function spoilt(name: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(preset, value).map(([config, text]) => {
    const link = new URLSearchParams(encodeLink(config, catalog));
    link.set(name, text);
    return link.toString();
  });
}

describe('malformed input ends in a problem with a sentence, and in nothing else', () => {
  it('200 links', () => {
    return fc.assert(
      fc.asyncProperty(spoiltLink, async (link) => void (await problemOf(() => decodeLink(link, catalog)))),
      MALFORMED,
    );
  });

  it('200 configurations', () => {
    return fc.assert(
      fc.asyncProperty(spoiltConfig, async (config) => void (await problemOf(() => parseConfig(config, catalog)))),
      MALFORMED,
    );
  });

  it('200 snapshots', () => {
    return fc.assert(
      fc.asyncProperty(spoiltSnapshot(), async (file) => void (await problemOf(() => readSnapshot(file)))),
      MALFORMED,
    );
  });

  it('while sound ones pass', () => {
    for (const { config } of catalog.presets) {
      expect(parseConfig(structuredClone(config), catalog)).toEqual(config);
      expect(decodeLink(encodeLink(config, catalog), catalog)).toEqual(config);
    }
    expect(readSnapshot(snapshot)).toEqual(sound);
  });
});

const sound = catalog.presets[0]?.config as RunConfig;
const snapshot = soundSnapshot();

function soundSnapshot(): Uint8Array {
  const stream = { words: [1, 2, 3, 4] as [number, number, number, number], spare: null };
  const streams = { init: stream, data: stream, noise: stream, dropout: stream, preview: stream, metrics: stream };
  const arrays = { 'G/0': Float32Array.of(1, 2, 3), 'D/0': Float32Array.of(4, 5) };
  return packSnapshot({ config: sound, engine: 'cpu', iteration: 3, drawn: 96, streams, arrays });
}

/** What opening a file does before anything is built from it. */
const readSnapshot = (file: Uint8Array): RunConfig => parseConfig(unpackSnapshot(file).config, catalog);

function spoiltSnapshot(): fc.Arbitrary<Uint8Array> {
  const withHeader = (change: (header: Record<string, unknown>) => void): Uint8Array => {
    const files = unzipSync(snapshot);
    const header = JSON.parse(strFromU8(files['minimax.json'] as Uint8Array)) as Record<string, unknown>;
    change(header);
    return zipSync({ ...files, 'minimax.json': strToU8(JSON.stringify(header)) });
  };
  const field = fc.constantFrom('format', 'version', 'config', 'engine', 'iteration', 'drawn', 'streams', 'arrays');
  return fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.integer({ min: 0, max: snapshot.length - 1 }).map((length) => snapshot.slice(0, length)),
    field.map((name) => withHeader((header) => delete header[name])),
    fc
      .tuple(field, fc.constantFrom<unknown>(null, -1, [], {}, [1], 'x?', 0.5))
      .filter(([name, value]) => !(name === 'engine' && value === 'x?'))
      .map(([name, value]) => withHeader((header) => void Object.assign(header, { [name]: value }))),
    spoiltConfig.map((config) => withHeader((header) => void Object.assign(header, { config }))),
    fc.constantFrom('minimax.json', 'weights.bin').map((name) => {
      const files = unzipSync(snapshot);
      delete files[name];
      return zipSync(files);
    }),
    fc
      .uint8Array({ maxLength: 60 })
      .filter(({ length }) => length !== 20)
      .map((weights) => zipSync({ ...unzipSync(snapshot), 'weights.bin': weights })),
    fc.uint8Array({ maxLength: 60 }).map((json) => zipSync({ ...unzipSync(snapshot), 'minimax.json': json })),
  );
}
