import type { ParamSpec } from '../../core/params';

/** What a numeric field needs to know of its parameter. */
export type NumberSpec = Pick<Extract<ParamSpec, { kind: 'int' | 'float' }>, 'kind' | 'min' | 'max'> & {
  scale?: 'linear' | 'log';
};

/** Positions of a slider run from 0 to this. */
export const SLIDER_STEPS = 200;
/** A whole number whose limits lie further apart than this ratio gets a logarithmic slider. */
const LOG_RATIO = 60;
/** Beyond this range a slider cannot be aimed: the value is only typed. */
const SLIDER_MAX = 1e6;
/** Below this size numbers are written with an exponent, as learning rates are. */
const SMALL = 1e-3;

/** The number that a person typed (`2e-4`, `0,5`, `1 000`, `1,000` for whole numbers), or null if it is none. */
export function readNumber(text: string, kind: NumberSpec['kind']): number | null {
  let plain = text.trim().replace(/[\s_]/g, '').replace(/−/g, '-');
  const thousands = kind === 'int' && /^-?\d{1,3}(,\d{3})+$/.test(plain);
  plain = plain.replace(/,/g, thousands ? '' : '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** A value as it stands in a field: exact enough to type back, short enough to read. */
export function formatValue(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && size < SMALL) return Number(value.toPrecision(6)).toExponential();
  return String(Number(value.toPrecision(15)));
}

/** A count with its thousands separated, in the way of the language. */
export function formatCount(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

/** A limit for reading: thousands separated when large, an exponent when tiny. */
export function formatLimit(value: number, language: string): string {
  return Math.abs(value) >= 1000 ? formatCount(value, language) : formatValue(value);
}

/** Which slider helps for that parameter, if any. */
export function sliderScale(spec: NumberSpec): 'linear' | 'log' | null {
  if (spec.max > SLIDER_MAX) return null;
  if (spec.scale === 'log') return 'log';
  return spec.kind === 'int' && spec.min > 0 && spec.max / spec.min >= LOG_RATIO ? 'log' : 'linear';
}

/** Where a value lies on the slider, 0 … {@link SLIDER_STEPS}; values outside the limits lie at an end. */
export function toPosition(spec: NumberSpec, value: number): number {
  const clamped = Math.min(spec.max, Math.max(spec.min, value));
  const fraction =
    sliderScale(spec) === 'log'
      ? Math.log(clamped / spec.min) / Math.log(spec.max / spec.min)
      : (clamped - spec.min) / (spec.max - spec.min);
  return Math.round(fraction * SLIDER_STEPS);
}

/** The value at a slider's position, rounded to what a person would type, and exactly the limits at the ends. */
export function fromPosition(spec: NumberSpec, position: number): number {
  if (position <= 0) return spec.min;
  if (position >= SLIDER_STEPS) return spec.max;
  const fraction = position / SLIDER_STEPS;
  if (sliderScale(spec) === 'log') return tidy(spec, spec.min * (spec.max / spec.min) ** fraction);
  return tidy(spec, spec.min + fraction * (spec.max - spec.min));
}

/** The value one arrow key up or down: one for whole numbers, a tenth of the leading digit's place otherwise. */
export function nudge(spec: NumberSpec, value: number, direction: 1 | -1): number {
  if (spec.kind === 'int') return clamp(spec, value + direction);
  const unit =
    spec.scale === 'log' ? 10 ** Math.floor(Math.log10(Math.max(value, spec.min))) : (spec.max - spec.min) / 10;
  return clamp(spec, Number((value + (direction * unit) / 10).toPrecision(4)));
}

function tidy(spec: NumberSpec, value: number): number {
  if (spec.kind === 'int') return clamp(spec, Math.round(value));
  if (sliderScale(spec) === 'log') return clamp(spec, Number(value.toPrecision(2)));
  const places = Math.max(0, 2 - Math.floor(Math.log10(spec.max - spec.min)));
  return clamp(spec, Number(value.toFixed(Math.min(places, 12))));
}

const clamp = (spec: NumberSpec, value: number): number => Math.min(spec.max, Math.max(spec.min, value));
