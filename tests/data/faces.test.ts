import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import type { FaceSet } from '../../src/data/images/faces/album';
import { CAPTION_LENGTH, CAPTION_WORDS, captionOf, wordsOf } from '../../src/data/images/faces/captions';
import { drawFace, drawLines } from '../../src/data/images/faces/draw';
import {
  FACTOR_NAMES,
  FACTORS,
  type Face,
  faceFrom,
  faceOf,
  personFace,
  randomFace,
  vectorOf,
} from '../../src/data/images/faces/factors';
import { ellipse, type Path, Raster, ring, stroke } from '../../src/data/images/faces/raster';
import { emptyStore } from '../support/stores';

const random = (count: number, seed = 1): Face[] => {
  const stream = new Stream(seed, 'test');
  return Array.from({ length: count }, () => randomFace(stream));
};

const open = async (id: string, params: Record<string, string | number>) =>
  (await openDataset(id, params, emptyStore)) as FaceSet;

const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.sqrt(Array.from(a).reduce((sum, value, i) => sum + (value - (b[i] as number)) ** 2, 0) / a.length);

/** Area that the raster finds, in units of the path, for the zoom that it shows it at. */
function areaOf(path: Path, side = 64): number {
  const raster = new Raster(side, 0);
  const out = new Float32Array(side * side);
  raster.cover(path, out);
  const pixel = raster.column(1) - raster.column(0);
  return out.reduce((sum, share) => sum + share, 0) / pixel ** 2;
}

describe('the raster', () => {
  it('covers as much as the path holds', () => {
    const square: Path = [
      [-0.31, -0.2],
      [0.3, -0.2],
      [0.3, 0.47],
      [-0.31, 0.47],
    ];
    expect(areaOf(square)).toBeCloseTo(0.61 * 0.67, 5);
    expect(areaOf([...square].reverse())).toBeCloseTo(0.61 * 0.67, 5);
    // A regular polygon of 28 corners has 0.9916 of its circle's area.
    expect(areaOf(ellipse([0.1, -0.05], 0.4, 0.3)) / (Math.PI * 0.12)).toBeCloseTo(0.9916, 3);
    expect(areaOf(ring(ellipse([0, 0], 0.4, 0.4), 0.1))).toBeCloseTo(0.1 * 2 * Math.PI * 0.4, 2);
    expect(areaOf(stroke([[-0.4, 0], [0, 0.1], [0.4, 0]], 0.1))).toBeCloseTo(0.09, 2); // biome-ignore format: three points
  });

  it('bears paths that leave the picture', () => {
    const out = new Float32Array(16 * 16);
    new Raster(16, 0).cover(ellipse([0, 0], 5, 5), out);
    expect(out.every((share) => Math.abs(share - 1) < 1e-5)).toBe(true);
  });
});

describe('a face', () => {
  it('is a vector of a number for each factor, and back', () => {
    expect(FACTOR_NAMES.length).toBe(14);
    for (const face of random(50)) expect(faceOf(vectorOf(face))).toEqual(face);
    expect(faceOf(FACTOR_NAMES.map(() => 99))).toMatchObject({
      gender: 'man',
      age: 1,
      hat: 'straw',
      background: 'slate',
    });
    expect(faceFrom({ hairColour: 'blue', smile: 'nonsense', hat: 'crown' })).toMatchObject({
      hairColour: 'blue',
      smile: FACTORS.smile.default,
      hat: 'none',
    });
  });

  it('lies in [−1, 1], the same bits for the same factors', () => {
    for (const face of random(40, 2)) {
      const pixels = drawFace(face);
      expect(pixels).toHaveLength(32 * 32 * 3);
      expect(pixels.every((value) => value >= -1 && value <= 1)).toBe(true);
      expect(drawFace(face)).toEqual(pixels);
      const lines = drawLines(face);
      expect(lines.every((value) => value >= -1 && value <= 1)).toBe(true);
      const ink = lines.reduce((sum, value) => sum + (1 - value) / 2, 0) / lines.length;
      expect(ink).toBeGreaterThan(0.05);
      expect(ink).toBeLessThan(0.4);
    }
  });

  it('changes with every factor, in colour', () => {
    const face = faceFrom({ hairStyle: 'short', gender: 'man' });
    const vector = vectorOf(face);
    for (const [i, name] of FACTOR_NAMES.entries()) {
      const spec = FACTORS[name];
      const last = spec.kind === 'choice' ? spec.options.length - 1 : spec.max;
      const other = vector.with(i, vector[i] === last ? 0 : last);
      expect(distance(drawFace(faceOf(other)), drawFace(face)), name).toBeGreaterThan(0.01);
    }
  });

  it('changes smoothly where its factor is a number', () => {
    const at = (turn: number) => drawFace(faceFrom({ turn }));
    expect(distance(at(0), at(0.05))).toBeLessThan(distance(at(0), at(0.4)));
    expect(distance(at(0), at(0.001))).toBeLessThan(0.01);
  });

  it('is the same at another size', () => {
    const [face] = random(1, 5) as [Face];
    const large = drawFace(face, 128);
    const reduced = new Float32Array(32 * 32 * 3);
    for (let i = 0; i < large.length; i++) {
      const [row, column] = [Math.floor(i / (128 * 3)), Math.floor(i / 3) % 128];
      const to = 3 * (32 * Math.floor(row / 4) + Math.floor(column / 4)) + (i % 3);
      reduced[to] = (reduced[to] as number) + (large[i] as number) / 16;
    }
    expect(distance(drawFace(face), reduced)).toBeLessThan(0.08);
  });
});

describe('captions', () => {
  it('say what is to be seen', () => {
    const face = faceFrom({ glasses: 'round', hairColour: 'red', hairStyle: 'long', smile: 0.5, age: 0.5, skin: 0.1 });
    expect(captionOf(face)).toBe('a smiling woman with long red hair, light skin, green eyes and round glasses');
    expect(captionOf({ ...face, hairStyle: 'bald', gender: 'man', age: 0.9, smile: 0, turn: 1, glasses: 'none' })).toBe(
      'an old bald man looking to the right with light skin and green eyes',
    );
  });

  it('use the words of their table, and fit', () => {
    for (const face of random(500, 3)) {
      const caption = captionOf(face);
      const words = caption.match(/[a-z-]+/g) ?? [];
      const numbers = wordsOf(caption);
      expect(words.length).toBeLessThanOrEqual(CAPTION_LENGTH);
      expect(words.map((_, i) => CAPTION_WORDS[numbers[i] as number])).toEqual(words);
      expect([...numbers.slice(words.length)].every((number) => number === -1)).toBe(true);
    }
    expect(wordsOf('a purple man')).toEqual(
      Int32Array.from({ length: CAPTION_LENGTH }, (_, i) => [0, -1, 2 + 1][i] ?? -1),
    );
  });
});

describe('the albums', () => {
  it('label the faces by the factor chosen', async () => {
    const set = await open('faces', { label: 'glasses', size: 60 });
    const picked = set.pick(new Stream(1, 'data'), 40);
    const { x, labels } = set.show(picked);
    expect(set.info.classes).toEqual(FACTORS.glasses.options);
    expect(set.sample(new Stream(1, 'data'), 40)).toEqual({ x, labels, words: set.captions(picked) });
    for (const [place, i] of picked.entries()) {
      expect(set.info.classes?.[labels[place] as number]).toBe(set.face(i).glasses);
      expect(distance(x.subarray(place * 3072, (place + 1) * 3072), drawFace(set.face(i)))).toBeLessThan(0.005);
    }
    expect(set.lines(picked.slice(0, 1))).toEqual(drawLines(set.face(picked[0] as number)));
    expect(set.captions(picked.slice(0, 1))).toEqual(wordsOf(captionOf(set.face(picked[0] as number))));
  });

  it('hold as many different faces as they say, and keep them when they grow', async () => {
    const [small, large] = [
      await open('faces', { label: 'hat', size: 10 }),
      await open('faces', { label: 'hat', size: 30 }),
    ];
    expect(small.info.size).toBe(10);
    expect(small.stored).toEqual(large.stored?.subarray(0, small.stored?.length));
    const pictures = new Set(
      Array.from({ length: 30 }, (_, i) => large.stored?.subarray(i * 3072, (i + 1) * 3072).join()),
    );
    expect(pictures.size).toBe(30);
  });

  it('have two people who stay who they are, however they look', async () => {
    const set = await open('two-people', { size: 40 });
    const faces = Array.from({ length: 40 }, (_, i) => set.face(i));
    const { labels } = set.show(Int32Array.from(faces, (_, i) => i));
    expect([...labels]).toEqual(faces.map((_, i) => i % 2));
    for (const person of [0, 1]) {
      const own = faces.filter((_, i) => i % 2 === person);
      expect(new Set(own.map((face) => [face.hairColour, face.skin, face.gender, face.age].join())).size).toBe(1);
      expect(new Set(own.map(({ smile }) => smile)).size).toBe(20);
    }
    expect(personFace('A', new Stream(1)).gender).not.toBe(personFace('B', new Stream(1)).gender);
  });
});
