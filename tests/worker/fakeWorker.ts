import { MessageChannel } from 'node:worker_threads';
import type { RunConfig } from '../../src/core/run';
import type { FromTraining, Replies, Request, RunCommand, RunStatus, ToTraining } from '../../src/worker/protocol';
import type { TrainingPort } from '../../src/worker/trainingWorker';

export const config: RunConfig = {
  system: 'gan',
  systemParams: { latentSize: 1, lr: 0.01 },
  dataset: 'screws',
  datasetParams: {},
  batchSize: 64,
  seed: 1,
  engine: 'auto',
};

export const running: RunStatus = {
  phase: 'running',
  iteration: 5,
  epoch: null,
  stepsPerSecond: 100,
  progress: null,
};

type Answer = (request: Request) => Replies[keyof Replies] | Promise<Replies[keyof Replies]>;

/** The far end of a wire: answers requests as told, remembers everything it was sent. */
export class FakeWorker {
  readonly requests: Request[] = [];
  readonly commands: { run: number; command: RunCommand }[] = [];
  closed = false;
  /** The page's end. */
  readonly port: TrainingPort;
  private crash: (message: string) => void = () => {};
  private readonly channel = new MessageChannel();

  constructor(private readonly answer: Answer) {
    const { port1: page, port2: worker } = this.channel;
    worker.on('message', (message: ToTraining) => void this.serve(message));
    this.port = {
      post: (message) => page.postMessage(message),
      listen: (onMessage, onCrash) => {
        page.on('message', onMessage);
        this.crash = onCrash;
      },
      close: () => {
        this.closed = true;
        page.close();
      },
    };
  }

  say(message: FromTraining): void {
    this.channel.port2.postMessage(message);
  }

  die(message: string): void {
    this.crash(message);
  }

  private async serve(message: ToTraining): Promise<void> {
    if (message.kind === 'command') {
      this.commands.push({ run: message.run, command: message.command });
      return;
    }
    this.requests.push(message.request);
    try {
      this.say({ kind: 'reply', id: message.id, ok: true, value: await this.answer(message.request) });
    } catch (thrown) {
      this.say({
        kind: 'reply',
        id: message.id,
        ok: false,
        problem: thrown as { code: string; values: object } & never,
      });
    }
  }
}

/** Answers of a worker in which everything works, on the engine and at the speed given. */
export function worksOn(name: 'wasm' | 'webgl', reason: 'starting' | 'forced' | 'tinyNets', speed = 100): Answer {
  return (request) => {
    switch (request.type) {
      case 'catalog':
        return { systems: [], datasets: [], objectives: [], presets: [] };
      case 'inspect':
      case 'seek':
      case 'swapCourse':
        return config;
      case 'snapshot':
        return new Uint8Array([1, 2, 3]);
      case 'move':
        return { player: 'generator', iteration: 1, number: 1, times: 1, loss: 0, seen: [] };
      case 'generate':
        return new Uint8Array();
      case 'judge':
      case 'read':
        return null;
      case 'inside':
        return null;
      case 'paint':
        return { latent: request.painting.latent, picture: request.painting.strokes, error: 0 };
      case 'measure':
        return { stepsPerSecond: speed, renderer: 'GPU' };
      case 'probe':
        return { available: true, software: false, renderer: 'GPU' };
      case 'open':
        return {
          config: request.config,
          data: { id: 'screws', kind: '1d', shape: [1], shift: [0], scale: [1], range: [[0, 1]] },
          curves: [{ id: 'loss/discriminator', group: 'loss', of: 'discriminator' }],
          parameters: {},
          latentSize: 1,
          channels: [],
          flow: [],
          scenes: [],
          turns: [],
          engine: {
            name,
            renderer: null,
            reason: request.reason ?? reason,
            threads: request.threads ?? 1,
            measured: {},
          },
          iteration: request.snapshot ? 5 : 0,
        };
    }
  };
}

/** Waits until that holds; fails after a second. */
export async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 1000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never came true: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Lets every message under way arrive. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
