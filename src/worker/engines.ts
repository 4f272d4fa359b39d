import { setBackend } from '@tensorflow/tfjs-core';
import type { EngineName, RunConfig } from '../core/run';
import { chooseEngine } from '../engine/choose';
import type { Threads } from '../engine/replay/threads';
import { startEngine } from '../engine/start';
import type { EngineHost, RunningEngine } from '../engine/types';
import type { EngineReport } from './protocol';
import { isConvolutional, kindOf } from './session';

/** What the page is told of an engine. */
export const reportOn = ({ name, renderer, threads }: RunningEngine, reason: EngineReport['reason']): EngineReport => ({
  name,
  renderer,
  reason,
  threads,
  measured: {},
});

/** The engines of one worker, each started when first needed. */
export class Engines {
  private readonly engines = new Map<EngineName, RunningEngine>();
  private threads: number | undefined;

  /** `makeThreads`: so many threads for replay, or as many as suit the machine; absent where it has to do with one. */
  constructor(
    private readonly host: EngineHost,
    private readonly makeThreads: (count?: number) => Threads | null = () => null,
  ) {}

  /** How many threads replay may use from now on; undefined for as many as suit the machine. */
  setThreads(count: number | undefined): void {
    if (count !== this.threads) this.engines.delete('replay');
    this.threads = count;
  }

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
    return { engine, report: reportOn(engine, why) };
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
    const threads = this.makeThreads(this.threads);
    const engine = await startEngine(name, { ...this.host, threads });
    this.engines.set(name, engine);
    return engine;
  }
}
