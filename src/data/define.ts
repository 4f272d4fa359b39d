import type { ParamSpecs } from '../core/params';
import type { DatasetDefinition } from './types';

/** Ties the type of `open`'s values to the declared parameters; the registry then holds definitions of all kinds. */
export function defineDataset<const P extends ParamSpecs>(definition: DatasetDefinition<P>): DatasetDefinition {
  return definition as unknown as DatasetDefinition;
}
