import { clone, getBackend, setBackend, tidy, type Variable } from '@tensorflow/tfjs-core';
import { Problem } from '../../../core/problem';
import type { Graph } from '../graph';
import { RECORDER, recorderBackend } from './backend';
import { Constants, GraphBuilder, type Recording } from './builder';
import { compareGraphs } from './compare';

export type { Recording } from './builder';

/**
 * Something to be recorded. It runs at least twice, and the second `take` must use other random streams, live values and
 * counters: whatever enters otherwise than through {@link Recording.input} then shows as a difference.
 */
export type RecordedProgram = (recording: Recording, take: number) => void;

/**
 * Records a program over state. The present backend stays untouched: a backend that only notes kernels and shapes takes
 * its place while the program runs, and blank tensors that of the state. No tensor is left behind, and nothing is computed.
 *
 * Throws a `Problem`: `replay.kernel` for an operation that is not known, `replay.read` where the program reads a value,
 * `replay.undeclared` where the two takes differ, `replay.variable` and `replay.kept` for a variable or a copy of state
 * that is not declared.
 */
export function record(state: ReadonlyMap<Variable, string>, program: RecordedProgram): Graph {
  const constants = new Constants();
  const first = recordOnce(state, program, constants, 0).graph();
  const second = recordOnce(state, program, constants, 1).graph();
  const difference = compareGraphs(first, second);
  if (!difference) return first;
  const { site } = recordOnce(state, program, constants, 0, difference.node);
  throw new Problem('replay.undeclared', { kernel: difference.kernel, what: difference.what, place: site });
}

function recordOnce(
  state: ReadonlyMap<Variable, string>,
  program: RecordedProgram,
  constants: Constants,
  take: number,
  siteOf?: number,
): GraphBuilder {
  const saved = [...state].map(([variable, name]) => ({ variable, name, tensor: clone(variable) }));
  const former = new Map(saved.map(({ tensor, name }) => [tensor.dataId, name]));
  const before = getBackend();
  const backend = recorderBackend();
  const builder = new GraphBuilder(backend, constants, former, siteOf);
  switchTo(RECORDER);
  try {
    backend.onKernel = (kernel, inputs, attrs) => builder.kernel(kernel, inputs, attrs);
    for (const { variable, name } of saved) replace(variable, builder.state(name, variable.shape));
    tidy(() => program(builder, take));
    return builder;
  } catch (thrown) {
    throw explained(thrown);
  } finally {
    backend.onKernel = null;
    builder.dispose();
    // First the backend, which counts who refers to the data that it gets back.
    switchTo(before);
    for (const { variable, tensor } of saved) replace(variable, tensor);
  }
}

/** Gives a variable the data of a tensor, which is used up. */
function replace(variable: Variable, tensor: Parameters<Variable['assign']>[0]): void {
  variable.assign(tensor);
  tensor.dispose();
}

/** Both backends are running already, so that the switch is done when the call returns. */
function switchTo(name: string): void {
  void setBackend(name);
}

/** TensorFlow.js names an unknown kernel in its message only. */
function explained(thrown: unknown): unknown {
  const kernel = thrown instanceof Error ? /Kernel '(\w+)' not registered/.exec(thrown.message)?.[1] : undefined;
  return kernel ? new Problem('replay.kernel', { kernel, why: 'unknown' }) : thrown;
}
