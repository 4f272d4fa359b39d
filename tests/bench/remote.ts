import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BenchCase } from './cases';
import { ADAM, poolOf } from './cases';
import { type BenchEngineName, type Place, Unavailable } from './engines/types';
import type { Facts, Kept } from './window';

/** An engine in a process (or worker) of its own, so that none sees another's kernels, memory or compiled code. */
export interface Remote {
  readonly engine: BenchEngineName;
  readonly place: Place;
  /** Starts and warms up. Rejects with `Unavailable` where it cannot be had. */
  start(seconds: number): Promise<Facts>;
  /** Steps per second over about so many seconds. */
  window(seconds: number): Promise<number>;
  /** What it keeps after the windows so far. */
  kept(): Promise<Kept>;
  stop(): Promise<void>;
}

/** What a child process is asked, and what it answers. */
export type ChildRequest =
  | { type: 'start'; seconds: number; engine: BenchEngineName; name: BenchCase['name']; limit: Limit; threads: number }
  | { type: 'window'; seconds: number }
  | { type: 'kept' };
type Limit = { plain: Uint8Array; relaxed: Uint8Array };
export type ChildReply = { value: unknown } | { problem: string; unavailable: boolean };

/** An engine of TensorFlow.js or of our own in a second Node, which runs this same bundle. */
export class NodeRemote implements Remote {
  readonly place = 'node';
  private child: ChildProcess | null = null;

  constructor(
    readonly engine: BenchEngineName,
    private readonly one: BenchCase,
    private readonly limit: Limit,
    private readonly program: string,
    private readonly threads: number,
  ) {}

  start(seconds: number): Promise<Facts> {
    this.child = fork(this.program, ['--child'], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.stderr?.resume(); // banners
    const { name } = this.one;
    return this.ask({
      type: 'start',
      seconds,
      engine: this.engine,
      name,
      limit: this.limit,
      threads: this.threads,
    });
  }

  window(seconds: number): Promise<number> {
    return this.ask({ type: 'window', seconds });
  }

  kept(): Promise<Kept> {
    return this.ask({ type: 'kept' });
  }

  async stop(): Promise<void> {
    this.child?.kill();
  }

  private ask<T>(request: ChildRequest): Promise<T> {
    const child = this.child as ChildProcess;
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`${this.engine} ended by itself`));
      child.once('exit', ended);
      child.once('message', (reply: ChildReply) => {
        child.off('exit', ended);
        if ('value' in reply) resolve(reply.value as T);
        else reject(reply.unavailable ? new Unavailable(reply.problem) : new Error(reply.problem));
      });
      child.send(request);
    });
  }
}

/** A Python that has PyTorch. */
export interface Python {
  path: string;
  /** Whether PyTorch finds a GPU. */
  cuda: boolean;
}

/** The first Python with PyTorch, or null. */
export function findPytorch(): Python | null {
  for (const path of ['python3', '/usr/bin/python3']) {
    const { status, stdout } = spawnSync(path, ['-c', 'import torch; print(torch.cuda.is_available())'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (status === 0) return { path, cuda: stdout.trim() === 'True' };
  }
  return null;
}

/** The same step in PyTorch, on the processor with so many threads, or on the GPU. */
export class PytorchRemote implements Remote {
  readonly place = 'node';
  private child: ChildProcess | null = null;
  private readonly waiting: { resolve(line: string): void; reject(problem: Error): void }[] = [];
  private said = '';

  constructor(
    readonly engine: 'pytorch' | 'pytorch-cuda',
    private readonly python: Python,
    private readonly one: BenchCase,
    readonly threads: number,
    private readonly root: string,
  ) {}

  async start(seconds: number): Promise<Facts> {
    const child = spawn(this.python.path, [join(this.root, 'tests', 'bench', 'pytorch.py')], {
      env: { ...process.env, OMP_NUM_THREADS: String(this.threads) },
    });
    this.child = child;
    createInterface({ input: child.stdout }).on('line', (line) => this.waiting.shift()?.resolve(line));
    child.stderr.on('data', (data) => {
      this.said = `${this.said}${data}`.slice(-2000);
    });
    child.on('exit', () => {
      const last = this.said.trim().split('\n').at(-1);
      for (const { reject } of this.waiting.splice(0)) reject(new Error(`PyTorch ended: ${last}`));
    });
    const pool = await poolOf(this.one);
    const { config: _, ...nets } = this.one;
    const device = this.engine === 'pytorch-cuda' ? 'cuda' : 'cpu';
    return this.ask({ ...nets, adam: ADAM, threads: this.threads, device, seconds, pool: [...pool.scaled] });
  }

  window(seconds: number): Promise<number> {
    return this.ask({ seconds });
  }

  kept(): Promise<Kept> {
    return this.ask({ kept: true });
  }

  async stop(): Promise<void> {
    this.child?.kill();
  }

  private async ask<T>(request: unknown): Promise<T> {
    const line = await new Promise<string>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child?.stdin?.write(`${JSON.stringify(request)}\n`);
    });
    return JSON.parse(line) as T;
  }
}
