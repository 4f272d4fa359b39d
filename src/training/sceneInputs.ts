import { Stream } from '../core/random';
import { type SceneShown, sceneLayer } from '../core/stage';
import { normalQuantile } from '../core/statistics';
import type { Batch } from '../data/types';
import type { Scene } from '../systems/types';
import { sampleAmong } from './among';
import { toDataUnits, toModelUnits } from './moveIO';
import { toBytes } from './pictures';
import { drawStarts, labelledRows } from './starts';
import type { Trainer } from './trainer';

/** Inputs of a scene's rows, by kind of data, and real samples whose codes are shown. */
const COLUMNS = { image: 10, other: 200 };
const CODES = 600;
/** Side of the grid of latents. */
const GRID = 12;

/** What scenes are computed from: always the same, from a stream of their own, so that looking never changes the run. */
export class SceneInputs {
  private readonly kept = new Map<
    string,
    { values: Float32Array; batch: Batch | null; count: number; columns: number }
  >();

  constructor(private readonly trainer: Trainer) {}

  /** The scene as it is at this moment. */
  async show(scene: Scene): Promise<SceneShown> {
    const { id, kind, rows } = scene;
    const { values, batch, count, columns } = this.inputs(scene);
    const { info } = this.trainer.dataset;
    const looked = await this.trainer.look(sceneLayer(id), values.slice(), count);
    const image = info.kind === 'image';
    return {
      id,
      kind,
      rows,
      columns,
      values: kind === 'codes' ? looked : image ? toBytes(looked) : toDataUnits(looked, info),
      labels: (kind === 'codes' && batch?.labels) || null,
    };
  }

  private inputs({ input, kind, groups }: Scene) {
    const key = JSON.stringify([input, kind, groups]);
    const known = this.kept.get(key);
    if (known) return known;
    const made = this.make(input, kind, groups);
    this.kept.set(key, made);
    return made;
  }

  private make(input: Scene['input'], kind: Scene['kind'], groups: Scene['groups']) {
    const { system, dataset, kept, currentConfig } = this.trainer;
    const { info } = dataset;
    const stream = new Stream(currentConfig.seed, 'scenes');
    const columns = info.kind === 'image' ? COLUMNS.image : COLUMNS.other;
    if (input === 'grid') return { values: gridOf(system.latentSize), batch: null, count: GRID * GRID, columns: GRID };
    if (input === 'latents') {
      return { values: drawStarts(system, dataset, stream, columns), batch: null, count: columns, columns };
    }
    if (input === 'kept' && kept) {
      const count = Math.min(columns, kept.count);
      const values = kept.all.slice(0, (count * kept.all.length) / kept.count);
      return { values, batch: null, count, columns: count };
    }
    if (groups) {
      const values = new Float32Array(
        groups.flatMap((of) => {
          const { x } = of ? sampleAmong(dataset, stream, columns, of) : dataset.sample(stream, columns);
          return [...toModelUnits(x.slice(), info)];
        }),
      );
      return { values, batch: null, count: groups.length * columns, columns };
    }
    const count = kind === 'codes' ? CODES : columns;
    const batch = dataset.sample(stream, count);
    const values = input === 'real' ? toModelUnits(batch.x.slice(), info) : labelledRows(batch, info, count);
    return { values, batch, count, columns: count };
  }
}

/** Latents [GRID² × size] at the prior's equally likely quantiles of the first two numbers, the others 0. */
function gridOf(size: number): Float32Array {
  const out = new Float32Array(GRID * GRID * size);
  const quantile = (i: number) => normalQuantile((i + 0.5) / GRID);
  for (let i = 0; i < GRID * GRID; i++) {
    out[i * size] = quantile(i % GRID);
    if (size > 1) out[i * size + 1] = -quantile(Math.floor(i / GRID));
  }
  return out;
}
