import { describe, expect, it } from 'vitest';
import { dense } from '../../src/core/architectures';
import { LAYER_FIELD_LIMITS, type LayerSpec, layerSchema, NEW_LAYER, type NetworkEnds } from '../../src/core/layers';
import {
  editorRows,
  insertLayer,
  moveLayer,
  numericFields,
  outline,
  removeLayer,
  setLayerField,
} from '../../src/ui/controls/layers/edits';

const layers: LayerSpec[] = [
  { type: 'dense', units: 8 },
  { type: 'activation', fn: 'relu' },
  { type: 'dropout', rate: 0.3 },
];
const types = (list: readonly LayerSpec[]) => list.map(({ type }) => type);
const points: NetworkEnds = { role: 'generator', head: 'dense', latentSize: 2, sample: [2] };
const picture: NetworkEnds = { role: 'discriminator', head: 'dense', latentSize: 2, sample: [28, 28, 1] };

describe('edits', () => {
  it('insert, remove and move one layer and leave the list given as it was', () => {
    expect(types(insertLayer(layers, 1, 'batchNorm'))).toEqual(['dense', 'batchNorm', 'activation', 'dropout']);
    expect(types(insertLayer(layers, 3, 'flatten')).at(-1)).toBe('flatten');
    expect(types(removeLayer(layers, 1))).toEqual(['dense', 'dropout']);
    expect(types(moveLayer(layers, 0, 2))).toEqual(['activation', 'dropout', 'dense']);
    expect(types(moveLayer(layers, 2, 0))).toEqual(['dropout', 'dense', 'activation']);
    expect(types(layers)).toEqual(['dense', 'activation', 'dropout']);
  });

  it('move past an end is no change', () => {
    expect(moveLayer(layers, 0, -1)).toBe(layers);
    expect(moveLayer(layers, 2, 3)).toBe(layers);
  });

  it('set one field of one layer', () => {
    const next = setLayerField(setLayerField(layers, 0, 'units', 16), 1, 'fn', 'tanh');
    expect(next.slice(0, 2)).toEqual([
      { type: 'dense', units: 16 },
      { type: 'activation', fn: 'tanh' },
    ]);
  });

  it('offer every numeric field with limits that the schema accepts at both ends', () => {
    for (const layer of Object.values(NEW_LAYER)) {
      for (const { field, spec } of numericFields(layer)) {
        expect(LAYER_FIELD_LIMITS[field]).toBeDefined();
        for (const value of [spec.min, spec.max]) {
          expect(layerSchema.safeParse({ ...layer, [field]: value }).success).toBe(true);
        }
        expect(layerSchema.safeParse({ ...layer, [field]: spec.max + 1 }).success).toBe(false);
      }
      const numbers = Object.values(layer).filter((value) => typeof value === 'number');
      expect(numericFields(layer)).toHaveLength(numbers.length);
    }
  });
});

describe('editorRows', () => {
  it('shows shapes and weights of each row, and why the fixed ones are there', () => {
    const { rows, report } = editorRows(dense([16]), points);
    expect(rows.map(({ parameters }) => parameters)).toEqual([48, 0, 34]);
    expect(rows.map(({ output }) => output)).toEqual([[16], [16], [2]]);
    expect(rows.map(({ fixed }) => fixed)).toEqual([null, null, 'size']);
    expect(outline(report)).toBe('2 → 16 → 2');
  });

  it('explains a misfit at its own row and keeps the rows after it', () => {
    const wrong = insertLayer(dense([16]), 1, 'conv');
    const { rows } = editorRows(wrong, points);
    expect(rows.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'net.convNeedsImage', null, null]);
    expect(rows).toHaveLength(4);
    expect(rows[2]?.output).toBeNull();
  });

  it('explains a wrong output at the last row', () => {
    const head: NetworkEnds = { role: 'generator', head: 'convTranspose', latentSize: 4, sample: [28, 28, 1] };
    const net: LayerSpec[] = [
      { type: 'dense', units: 49 },
      { type: 'reshape', height: 7, width: 7, channels: 1 },
    ];
    const { rows } = editorRows(net, head);
    expect(rows.at(-1)?.problem?.code).toBe('net.wrongOutput');
    expect(rows.map(({ fixed }) => fixed)).toEqual([null, null, 'size', 'pixels']);
  });

  it('names the ends of a discriminator of pictures', () => {
    expect(editorRows([], picture).rows.map(({ fixed }) => fixed)).toEqual(['flatten', 'score']);
  });
});
