import type { Variable } from '@tensorflow/tfjs-core';
import type { System } from '../systems/types';

/** Every variable of a system by `part/name`: what a snapshot carries. */
export function variablesOf(system: System): [name: string, variable: Variable][] {
  return Object.entries(system.parts).flatMap(([part, stateful]) =>
    Object.entries(stateful.state()).map(([name, value]): [string, Variable] => [`${part}/${name}`, value]),
  );
}
