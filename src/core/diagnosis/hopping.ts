import type { Quality } from '../quality';
import { between, looksReal, metricOf } from './evidence';
import type { Illness } from './types';

const LOOKS = 3;
/** Share of the modes that may be served in a crowd. */
const CROWDED = 0.65;

/**
 * Share of high quality that some look must reach. A G that flees is seldom seen right at a mode, but one that never comes there
 * is noise, whose nearest modes mean nothing.
 */
const ARRIVED = 0.05;

/** Whether samples lie at the modes, or there are none and this is told otherwise (see `crowd`). */
const arrives = (quality: Quality): boolean =>
  quality.modes === null || (metricOf(quality, 'highQuality')?.value ?? 0) > ARRIVED;

/** Where most samples are, and how many: null unless they crowd in a part of the modes or digits. */
function crowd(quality: Quality): { place: number; share: number } | null {
  const shares = (quality.modes ?? (looksReal(quality) ? quality.classes : null))?.fake;
  if (!shares) return null;
  const share = Math.max(...shares);
  return share > 2 / shares.length &&
    shares.filter((one) => one > 0.2 / shares.length).length <= CROWDED * shares.length
    ? { place: shares.indexOf(share), share }
    : null;
}

/** Mode hopping: crowded in a few modes at every look, and each time elsewhere: G flees to where D does not yet look. */
export const hopping: Illness = {
  id: 'hopping',
  remedies: ['penalty', 'slowerG', 'wassersteinGp'],
  look({ quality }) {
    const looks = quality.slice(-LOOKS).map(crowd);
    if (looks.length < LOOKS || looks.some((look) => look === null)) return null;
    if (!quality.slice(-LOOKS).some(arrives)) return null;
    const places = new Set(looks.map((look) => look?.place));
    if (places.size < 2) return null;
    const share = looks.reduce((sum, look) => sum + (look?.share ?? 0), 0) / LOOKS;
    return {
      confidence: between(places.size / LOOKS, 0.3, 1),
      facts: [{ key: 'hopping', values: { places: places.size, looks: LOOKS, share } }],
    };
  },
};
