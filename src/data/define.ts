import type { ParamSpec, ParamSpecs } from '../core/params';
import type { DatasetDefinition } from './types';

/** Ties the type of `open`'s values to the declared parameters. */
export function defineDataset<const P extends ParamSpecs>(definition: DatasetDefinition<P>): DatasetDefinition {
  return definition as unknown as DatasetDefinition;
}

type FloatSpec = Extract<ParamSpec, { kind: 'float' }>;
type IntSpec = Extract<ParamSpec, { kind: 'int' }>;

/** A real parameter of a data set, on the card of the data. */
export const float = (value: number, min: number, max: number): FloatSpec => ({
  kind: 'float',
  default: value,
  min,
  max,
  group: 'data',
});

/** A whole parameter of a data set, on the card of the data. */
export const int = (value: number, min: number, max: number): IntSpec => ({
  kind: 'int',
  default: value,
  min,
  max,
  group: 'data',
});
