import {
  checkNetwork,
  LAYER_FIELD_LIMITS,
  type LayerSpec,
  type LayerType,
  NEW_LAYER,
  type NetworkEnds,
  type NetworkReport,
  type Shape,
  withEnds,
} from '../../../core/layers';
import type { ProblemRecord } from '../../../core/problem';
import type { NumberSpec } from '../numbers';

export type Layers = readonly LayerSpec[];

/** The list with a fresh layer of that type at `index`. */
export function insertLayer(layers: Layers, index: number, type: LayerType): LayerSpec[] {
  return layers.toSpliced(index, 0, { ...NEW_LAYER[type] });
}

export function removeLayer(layers: Layers, index: number): LayerSpec[] {
  return layers.toSpliced(index, 1);
}

/** The list with the layer at `from` moved to `to`; unchanged if either lies outside it. */
export function moveLayer(layers: Layers, from: number, to: number): Layers {
  const layer = layers[from];
  if (!layer || to < 0 || to >= layers.length) return layers;
  return layers.toSpliced(from, 1).toSpliced(to, 0, layer);
}

/** The list with one field of one layer set; the caller has checked the limits. */
export function setLayerField(layers: Layers, index: number, field: string, value: number | string): LayerSpec[] {
  return layers.map((layer, at) => (at === index ? ({ ...layer, [field]: value } as LayerSpec) : layer));
}

/** The numeric fields of a layer with their limits, in declared order. */
export function numericFields(layer: LayerSpec): { field: string; value: number; spec: NumberSpec }[] {
  return Object.entries(layer).flatMap(([field, value]) => {
    const limits = LAYER_FIELD_LIMITS[field];
    if (typeof value !== 'number' || !limits) return [];
    const kind = limits.step < 1 ? 'float' : 'int';
    return [{ field, value, spec: { kind, min: limits.min, max: limits.max } as const }];
  });
}

/** One row of the editor: a layer of the user's or one that the ends add, with what was worked out for it. */
export interface EditorRow {
  /** Its place and its type: the inputs of another type start afresh. */
  key: string;
  layer: LayerSpec;
  /** Index in the user's own list; null for a fixed row. */
  index: number | null;
  /** Null from the row on that does not fit. */
  output: Shape | null;
  parameters: number | null;
  problem: ProblemRecord | null;
  /** Why a fixed row is there: a key of `controls.layers.fixed`. */
  fixed: FixedReason | null;
}

export type FixedReason = 'flatten' | 'score' | 'patches' | 'outputs' | 'size' | 'pixels' | 'picture';

/** All rows of a network with the report on them: rows after a misfit are there too, without a shape. */
export function editorRows(layers: Layers, ends: NetworkEnds): { rows: EditorRow[]; report: NetworkReport } {
  const report = checkNetwork(layers, ends);
  const all = withEnds(layers, ends);
  // A problem past the last row (the wrong output) is shown at the last row.
  const failing = report.problem ? Math.min(report.rows.length, all.length - 1) : -1;
  const rows = all.map(({ layer, index }, at): EditorRow => {
    const checked = report.rows[at];
    return {
      key: `${at}-${layer.type}`,
      layer,
      index,
      output: checked?.output ?? null,
      parameters: checked?.parameters ?? null,
      problem: at === failing ? report.problem : null,
      fixed: index === null ? fixedReason(layer, ends) : null,
    };
  });
  return { rows, report };
}

function fixedReason(layer: LayerSpec, ends: NetworkEnds): FixedReason {
  if (layer.type === 'flatten') return 'flatten';
  if (ends.role === 'discriminator' && layer.type === 'conv') return 'patches';
  if (ends.role === 'discriminator') return (ends.outputs ?? 1) === 1 ? 'score' : 'outputs';
  if (layer.type === 'activation') return 'pixels';
  return layer.type === 'reshape' ? 'picture' : 'size';
}

/** A shape in the field's notation: `7×7×64`. */
export const showShape = (shape: Shape): string => shape.join('×');

/** Sizes along the network in short, input to output, where they change: `64 → 128 → 1`. */
export function outline(report: NetworkReport): string {
  const shapes = [report.input, ...report.rows.map((row) => row.output)].map(showShape);
  return shapes.filter((shape, at) => shape !== shapes[at - 1]).join(' → ');
}
