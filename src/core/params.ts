import { z } from 'zod';
import {
  type LayerSpec,
  layerSchema,
  type NetworkEnds,
  type NetworkHead,
  type NetworkRole,
  type Shape,
} from './layers';
import { Problem } from './problem';
import { sizeOf } from './shape';

/** When a parameter matters: only while another parameter has one of these values. */
export interface ParamCondition {
  param: string;
  is: readonly (string | number | boolean)[];
}

/** What a form needs to know of a parameter beside its kind. */
export interface ParamMeta {
  /** May change while the run trains, without a restart. */
  live?: boolean;
  /** One condition, or several of which any is enough. */
  when?: ParamCondition | readonly ParamCondition[];
  /** Card of the form that holds it. */
  group?: 'data' | 'networks' | 'objective' | 'tricks' | 'optimizers' | 'training';
  /** Player whose colour marks it. */
  player?: Player;
  /** Shown under "More". */
  advanced?: boolean;
}

/** Who moves: the players of all systems. */
export type Player = 'generator' | 'discriminator' | 'autoencoder' | 'encoder';

/** A number of features: as it stands, that of the data's condition or of a sample's last axis, or what a parameter says. */
export type Size = number | 'condition' | 'channels' | { param: string };

/** Shape of one sample, and numbers of its condition. */
export interface DataShape {
  shape: Shape;
  conditions: number;
}

/** A network as a parameter: `role` and `head` say which ends are added to it, and what else decides them. */
export interface LayersSpec {
  kind: 'layers';
  default: readonly LayerSpec[];
  role: NetworkRole;
  head: NetworkHead;
  /** While this holds, the network reconstructs samples instead of scoring them. */
  autoencoder?: ParamCondition;
  /** What it is shown in the place of samples: pictures as vectors, or codes of the latents' size. */
  sees?: 'vector' | 'code';
  /** What is joined to its input: features to a vector, whole maps to a picture. */
  beside?: readonly Size[];
  /** Whether pictures leave it before the tanh that makes pixels of them. */
  raw?: boolean;
  /** How many times the sides of the pictures that it makes or is shown are those of the data halved. */
  halvings?: number;
  /** Whether a discriminator scores patches of pictures. */
  patches?: boolean;
  /** Raw outputs of a discriminator or an encoder; a single score where it is not said. */
  outputs?: readonly Size[];
  /** Parameter that says how many samples it is shown together, joined along their last axis. */
  packs?: string;
}

/** A hyper-parameter described as data: form, link, validation and export are made from it. */
export type ParamSpec = ParamMeta &
  (
    | { kind: 'int'; default: number; min: number; max: number }
    | { kind: 'float'; default: number; min: number; max: number; scale?: 'linear' | 'log' }
    | { kind: 'choice'; default: string; options: readonly string[] }
    | { kind: 'flag'; default: boolean }
    /** A network, edited layer by layer; see {@link LayersSpec}. */
    | LayersSpec
    /** Opaque text that a special control makes: strokes of a drawing, the key of a user's file, the name of its column. */
    | { kind: 'text'; default: string; maxLength: number; control: 'drawing' | 'file' | 'column' }
  );

/** Parameters by name. */
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;
/** A value of any kind of parameter. */
export type ParamValue = number | string | boolean | readonly LayerSpec[];

type ValueOf<S extends ParamSpec> = S extends { kind: 'int' | 'float' }
  ? number
  : S extends { kind: 'flag' }
    ? boolean
    : S extends { kind: 'layers' }
      ? readonly LayerSpec[]
      : string;

/** Values for a record of specs; without a type argument, any values by name. */
export type ParamValues<P extends ParamSpecs = ParamSpecs> = ParamSpecs extends P
  ? Record<string, ParamValue>
  : { [K in keyof P]: ValueOf<P[K]> };

/** The declared default of every parameter. */
export function defaultsOf<P extends ParamSpecs>(specs: P): ParamValues<P> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.default])) as ParamValues<P>;
}

/** Whether the parameter of the condition has one of its values. */
export function holds({ param, is }: ParamCondition, values: ParamValues): boolean {
  return is.includes(values[param] as string | number | boolean);
}

/** Whether the parameter matters for these values (its `when` holds). */
export function isActive(spec: ParamSpec, values: ParamValues): boolean {
  return !spec.when || [spec.when].flat().some((condition) => holds(condition, values));
}

/** What stands at the ends of the network that a parameter holds, for these values and samples of that shape. */
export function networkEnds(spec: LayersSpec, values: ParamValues, { shape, conditions }: DataShape): NetworkEnds {
  const latentSize = Number(values['latentSize'] ?? 1);
  const size = sizeOf(shape);
  const scale = 2 ** (spec.halvings ?? 0);
  const smaller = shape.map((axis, i) => (i < 2 ? Math.floor(axis / scale) : axis));
  const sample = spec.sees === 'code' ? [latentSize] : spec.sees === 'vector' ? [size] : smaller;
  const total = (sizes: readonly Size[]): number =>
    sizes
      .map((size) => {
        if (size === 'condition') return conditions;
        if (size === 'channels') return sample.at(-1) as number;
        return typeof size === 'number' ? size : Number(values[size.param]);
      })
      .reduce((sum, size) => sum + size, 0);
  return {
    role: spec.autoencoder && holds(spec.autoencoder, values) ? 'autoencoder' : spec.role,
    head: spec.head,
    latentSize,
    sample: [...sample.slice(0, -1), (sample.at(-1) as number) * Number(values[spec.packs ?? ''] ?? 1)],
    ...(spec.raw && { raw: true }),
    ...(spec.patches && { patches: true }),
    ...(spec.beside && { beside: total(spec.beside) }),
    ...(spec.outputs && { outputs: total(spec.outputs) }),
  };
}

/** Another value that the spec allows: whatever should depend on the value then shows that it does. */
export function otherValue(spec: ParamSpec, value: ParamValue): ParamValue {
  switch (spec.kind) {
    case 'int':
      return (value as number) < spec.max ? (value as number) + 1 : (value as number) - 1;
    case 'float':
      return ((value as number) + (value === spec.max ? spec.min : spec.max)) / 2;
    case 'flag':
      return !value;
    case 'choice':
      return spec.options.find((option) => option !== value) ?? value;
    default:
      return value;
  }
}

/** Checks one value against its spec; throws a `Problem` that names the parameter, its limits and what was found. */
export function parseParam(name: string, spec: ParamSpec, raw: unknown): ParamValue {
  const found = describe(raw);
  switch (spec.kind) {
    case 'int':
    case 'float': {
      if (typeof raw !== 'number' || !Number.isFinite(raw)) throw new Problem('param.number', { name, found });
      if (spec.kind === 'int' && !Number.isInteger(raw)) throw new Problem('param.integer', { name, found });
      if (raw < spec.min || raw > spec.max) {
        throw new Problem('param.range', { name, found, min: spec.min, max: spec.max });
      }
      return raw;
    }
    case 'choice':
      if (typeof raw !== 'string' || !spec.options.includes(raw)) {
        throw new Problem('param.choice', { name, found, options: spec.options.join(', ') });
      }
      return raw;
    case 'flag':
      if (typeof raw !== 'boolean') throw new Problem('param.flag', { name, found });
      return raw;
    case 'text':
      if (typeof raw !== 'string') throw new Problem('param.text', { name, found });
      if (raw.length > spec.maxLength) throw new Problem('param.textLength', { name, max: spec.maxLength });
      return raw;
    case 'layers': {
      const parsed = z.array(layerSchema).max(40).safeParse(raw);
      if (!parsed.success) {
        const path = parsed.error.issues[0]?.path.join('.') ?? '';
        throw new Problem('param.layers', { name, at: path || '0' });
      }
      return parsed.data;
    }
  }
}

/**
 * Checks a record of raw values against specs. Missing values take `defaults`; a name that no spec declares, or a value
 * outside its limits, throws a `Problem`.
 */
export function parseParams(specs: ParamSpecs, raw: unknown, defaults: ParamValues = defaultsOf(specs)): ParamValues {
  if (raw === undefined) return { ...defaults };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new Problem('param.record', { found: describe(raw) });
  }
  const given = raw as Record<string, unknown>;
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(specs, name)) throw new Problem('param.unknown', { name: name.slice(0, 60) });
  }
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const value = Object.hasOwn(given, name) ? given[name] : (defaults[name] ?? spec.default);
      return [name, parseParam(name, spec, value)];
    }),
  );
}

/** A short, safe picture of any value for an error sentence. */
function describe(raw: unknown): string {
  const text = typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? String(raw));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
