import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { ISOLATION } from '../../scripts/isolation';
import { launchOptions } from '../support/browser';
import { serveFolder } from '../support/staticServer';
import type { BenchCase } from './cases';
import type { WorkerReply, WorkerRequest } from './chromium/bench.worker';
import type { BenchPage } from './chromium/page';
import { type BenchEngineName, Unavailable } from './engines/types';
import type { Remote } from './remote';
import type { Facts, Kept } from './window';

/** A headless Chromium with the built page open. */
export interface ChromiumBench {
  version: string;
  /** What draws its WebGL. */
  renderer: string;
  /** An engine in a module worker of its own. */
  remote(
    engine: BenchEngineName,
    one: BenchCase,
    limit: { plain: Uint8Array; relaxed: Uint8Array },
    threads: number,
  ): Remote;
  close(): Promise<void>;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

class WorkerRemote implements Remote {
  readonly place = 'chromium';
  private readonly id: string;

  constructor(
    readonly engine: BenchEngineName,
    private readonly one: BenchCase,
    private readonly limit: { plain: Uint8Array; relaxed: Uint8Array },
    private readonly page: Page,
    private readonly threads: number,
  ) {
    this.id = `${one.name} ${engine} ${threads}`;
  }

  async start(seconds: number): Promise<Facts> {
    await this.page.evaluate((id) => (window as unknown as { bench: BenchPage }).bench.open(id), this.id);
    const [plain, relaxed] = [base64(this.limit.plain), base64(this.limit.relaxed)];
    return this.ask({
      type: 'start',
      seconds,
      engine: this.engine,
      name: this.one.name,
      plain,
      relaxed,
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
    await this.page.evaluate((id) => (window as unknown as { bench: BenchPage }).bench.close(id), this.id);
  }

  private async ask<T>(request: WorkerRequest): Promise<T> {
    const reply: WorkerReply = await this.page.evaluate(
      ({ id, request }) => (window as unknown as { bench: BenchPage }).bench.ask(id, request),
      { id: this.id, request },
    );
    if ('value' in reply) return reply.value as T;
    throw reply.unavailable ? new Unavailable(reply.problem) : new Error(reply.problem);
  }
}

/** Builds the page, serves it and opens it in Chromium, which draws WebGL in software or on the machine's GPU. */
export async function openChromium(graphics: 'softwareWebGL' | 'gpu'): Promise<ChromiumBench> {
  const root = process.cwd();
  const outDir = join(root, 'node_modules', '.cache', 'minimax', `bench-page-${process.pid}`);
  await build({
    root: join(root, 'tests', 'bench', 'chromium'),
    configFile: false,
    base: './',
    logLevel: 'error',
    define: { global: 'globalThis' },
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000 },
  });
  const server = await serveFolder(outDir, '/', ISOLATION);
  const browser = await chromium.launch(launchOptions(graphics));
  const page = await browser.newPage();
  await page.goto(server.url);
  return {
    version: browser.version(),
    renderer: await page.evaluate(() => (window as unknown as { bench: BenchPage }).bench.renderer()),
    remote: (engine, one, limit, threads) => new WorkerRemote(engine, one, limit, page, threads),
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
