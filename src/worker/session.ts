import { memory } from '@tensorflow/tfjs-core';
import { conditionSize } from '../core/conditions';
import { findDataset, findSystem, networkProblem, parseConfig } from '../core/config';
import { Problem } from '../core/problem';
import type { RunConfig } from '../core/run';
import { openDataset } from '../data';
import type { DataStore } from '../data/types';
import type { MakeExecutor } from '../engine/replay/executor';
import type { RunningEngine } from '../engine/types';
import { SYSTEMS } from '../systems';
import type { SystemDefinition } from '../systems/types';
import { Preview } from '../training/preview';
import { completed, type RunState, restoreRun } from '../training/snapshot';
import { Trainer } from '../training/trainer';
import { catalog } from './catalog';
import { channelsOf } from './latents';
import type { EngineReport, OpenedRun } from './protocol';

/** A run that is ready to train, with its stage. The engine must be running already. */
export interface Session {
  trainer: Trainer;
  preview: Preview;
  dispose(): void;
}

/** Opens the data and builds the networks of a configuration, or of a snapshot. Throws a `Problem`; leaks nothing then. */
export async function openSession(
  config: RunConfig,
  store: DataStore,
  state?: RunState,
  makeExecutor?: MakeExecutor,
): Promise<Session> {
  const checked = parseConfig(config, catalog);
  const dataset = await openDataset(checked.dataset, checked.datasetParams, store);
  const system = findSystem(catalog, checked.system);
  const problem = networkProblem(checked, system, {
    shape: dataset.info.shape,
    conditions: conditionSize(dataset.info),
  });
  if (problem) throw problem;
  const definition = SYSTEMS.find(({ id }) => id === checked.system) as SystemDefinition;
  const trainer = new Trainer({ config: checked, definition, dataset, makeExecutor });
  // The pictures' latents and samples come first from the preview stream, so a restored run shows the same ones.
  const preview = new Preview(trainer, trainer.streams.preview);
  try {
    if (state) restoreRun(trainer, state.partial ? completed(state, await trainer.captureState()) : state);
  } catch (problem) {
    trainer.dispose();
    throw problem;
  }
  return { trainer, preview, dispose: () => trainer.dispose() };
}

/** Gives live parameters the values that they had. */
export function restoreLive(trainer: Trainer, { system, systemParams }: RunConfig): void {
  for (const [name, { live }] of Object.entries(findSystem(catalog, system).params)) {
    const value = systemParams[name];
    if (live && typeof value === 'number' && value !== trainer.currentConfig.systemParams[name])
      trainer.setLive(name, value);
  }
}

/** What the page learns of a session that is ready. */
export function describeRun({ trainer }: Session, engine: EngineReport): OpenedRun {
  const { system, dataset, recorder, currentConfig, iteration } = trainer;
  return {
    config: currentConfig,
    data: dataset.info,
    curves: recorder.curves,
    parameters: system.parameters,
    latentSize: system.latentSize,
    ...(system.prior && { prior: system.prior }),
    channels: channelsOf(system),
    flow: system.flow,
    scenes: (system.scenes ?? []).map(({ id, kind, rows }) => ({ id, kind, rows })),
    turns: [...new Set(system.turns.map(({ player }) => player))],
    engine,
    iteration,
  };
}

/** A session with the engine that it really runs on. */
export interface EngineSession {
  session: Session;
  engine: RunningEngine;
  /** Why the steps are not replayed although the engine was to replay them; null otherwise. */
  notReplayed: Problem | null;
}

/**
 * Opens a session on an engine. Where that replays steps and this run's cannot be recorded, it opens on the eager engine
 * that `eager` starts instead.
 */
export async function openOn(
  engine: RunningEngine,
  eager: () => Promise<RunningEngine>,
  open: (makeExecutor: MakeExecutor | undefined) => Promise<Session>,
): Promise<EngineSession> {
  try {
    return { session: await open(engine.makeExecutor), engine, notReplayed: null };
  } catch (thrown) {
    if (!engine.makeExecutor || !(thrown instanceof Problem) || !thrown.code.startsWith('replay.')) throw thrown;
    return { engine: await eager(), session: await open(undefined), notReplayed: thrown };
  }
}

/** Whether the run's networks have a convolution, which decides the engine. */
export function isConvolutional(config: RunConfig): boolean {
  return Object.values(config.systemParams).some(
    (value) => Array.isArray(value) && value.some(({ type }) => type === 'conv' || type === 'convTranspose'),
  );
}

/** Kind of data of a configuration. */
export const kindOf = (config: RunConfig) => findDataset(catalog, config.dataset).kind;

/** Tensors and bytes alive, for tests of leaks. */
export const usage = () => memory();
