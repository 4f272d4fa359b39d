import type { PriorPart } from '../core/conditions';
import type { Painted, Painting } from '../core/latent';
import { Problem } from '../core/problem';
import { sizeOf } from '../core/shape';
import { PAINTING, paintingSize } from '../training/painting';
import { toBytes } from '../training/pictures';
import { generateSamples } from '../training/samples';
import type { Trainer } from '../training/trainer';

/** Adam's numbers for the search of a latent, whose own numbers are of size 1. */
const RATE = 0.1;
const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];

/**
 * The latent whose picture agrees with brush strokes (Zhu et al. 2016, arXiv 1609.03552, section 4.1), found by Adam from the
 * latent that was painted on. What is trained stays as it is. A class that the latent says stays, numbers that lie in [−1, 1] stay
 * there, and d normal ones stay within the radius √d near which all of the prior lies: further out, G never learned to draw.
 * Throws `latent.length` or `latent.unpainted`.
 */
export async function paint(trainer: Trainer, { latent, strokes, where, hold, steps }: Painting): Promise<Painted> {
  const { latentSize, prior } = trainer.system;
  const { shape } = trainer.dataset.info;
  const size = sizeOf(shape);
  if (latent.length !== latentSize) throw new Problem('latent.length', { latentSize, length: latent.length });
  if (strokes.length !== size || !where.some(Boolean)) throw new Problem('latent.unpainted');
  const row = new Float32Array(paintingSize(latentSize, shape));
  row.set(latent);
  row.set(latent, latentSize);
  row.set(
    Float32Array.from(strokes, (byte) => byte / 127.5 - 1),
    2 * latentSize,
  );
  row.set(where, 2 * latentSize + size);
  row[row.length - 1] = hold;
  const z = row.subarray(0, latentSize);
  const [m, v] = [new Float64Array(latentSize), new Float64Array(latentSize)];
  const kinds = partKinds(latentSize, prior);
  for (let step = 1; step <= steps; step++) {
    const gradient = await trainer.look(PAINTING, row.slice(), 1);
    for (const [i, kind] of kinds.entries()) {
      if (kind !== 'normal' && kind !== 'uniform') continue;
      const g = gradient[i] as number;
      m[i] = BETA1 * (m[i] as number) + (1 - BETA1) * g;
      v[i] = BETA2 * (v[i] as number) + (1 - BETA2) * g * g;
      const root = Math.sqrt((v[i] as number) / (1 - BETA2 ** step)) + EPSILON;
      const moved = (z[i] as number) - (RATE * (m[i] as number)) / (1 - BETA1 ** step) / root;
      z[i] = kind === 'uniform' ? Math.min(1, Math.max(-1, moved)) : moved;
    }
    const normal = [...kinds.keys()].filter((i) => kinds[i] === 'normal');
    const shrink = Math.sqrt(normal.length) / Math.hypot(...normal.map((i) => z[i] as number));
    if (shrink < 1) for (const i of normal) z[i] = (z[i] as number) * shrink;
  }
  const picture = toBytes(await generateSamples(trainer, z.slice(), 1));
  const painted = [...where.keys()].filter((i) => where[i]);
  const apart = (i: number) => ((picture[i] as number) - (strokes[i] as number)) / 127.5;
  const error = painted.reduce((total, i) => total + apart(i) ** 2, 0) / painted.length;
  return { latent: z.slice(), picture, error };
}

/** Which part of the prior each number of a latent belongs to. */
const partKinds = (size: number, prior: readonly PriorPart[] = [{ kind: 'normal', size }]): PriorPart['kind'][] =>
  prior.flatMap((part) => new Array<PriorPart['kind']>(part.size).fill(part.kind));
