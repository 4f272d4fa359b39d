import { setBackend } from '@tensorflow/tfjs-core';
import type { EngineName, RunConfig } from '../core/run';
import { chooseEngine } from '../engine/choose';
import { startEngine } from '../engine/start';
import type { EngineHost, RunningEngine } from '../engine/types';
import type { EngineReport } from './protocol';
import { isConvolutional, kindOf } from './session';

/** The engines of one worker, each started when first needed. */
export class Engines {
  private readonly engines = new Map<EngineName, RunningEngine>();

  constructor(private readonly host: EngineHost) {}

  /** Starts the engine that the configuration asks for, or that fits it best. */
  async engineFor(
    config: RunConfig,
    reason: EngineReport['reason'] | undefined,
  ): Promise<{ engine: RunningEngine; report: EngineReport }> {
    const choice = chooseEngine({
      choice: config.engine,
      kind: kindOf(config),
      convolutional: isConvolutional(config),
    });
    let name: EngineName = choice.name;
    let why: EngineReport['reason'] = reason ?? (choice.tryWebgl ? 'starting' : choice.reason);
    let engine: RunningEngine;
    try {
      engine = await this.start(name);
    } catch (thrown) {
      if (config.engine !== 'auto' || name === 'cpu') throw thrown;
      name = 'cpu';
      why = 'fallback';
      engine = await this.start(name);
    }
    return { engine, report: { name, renderer: engine.renderer, reason: why, measured: {} } };
  }

  /** The fastest engine that runs any operation. */
  eager(): Promise<RunningEngine> {
    return this.start('wasm').catch(() => this.start('cpu'));
  }

  private async start(name: EngineName): Promise<RunningEngine> {
    const running = this.engines.get(name);
    if (running) {
      await setBackend(running.backend);
      return running;
    }
    const engine = await startEngine(name, this.host);
    this.engines.set(name, engine);
    return engine;
  }
}
