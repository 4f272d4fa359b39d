/** Pages of 64 KiB that memory which threads share can grow to, 2 GiB: such memory has to say so beforehand. */
export const MOST_PAGES = 32_768;

/** What a thread needs that helps an executor: it runs `help` of the same module over the same memory. */
export interface HelperSetup {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  /** Address of the block that the threads talk through. */
  control: number;
  /** 1, 2, …; thread 0 runs the programs. */
  thread: number;
}

/** Threads that help an executor with large matrix products and convolutions. */
export interface Threads {
  /** How many work together, the one that runs the programs among them; at least 2. */
  count: number;
  /** Starts one that helps, which takes a while; nothing waits for it. Returns what ends it. */
  start(setup: HelperSetup): () => void;
}

/** Helps until the thread is ended from outside: does not return. */
export function help({ module, memory, control, thread }: HelperSetup): void {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  (exports as unknown as { help(control: number, thread: number): void }).help(control, thread);
}

/** Threads that suit a machine of so many logical cores: half of them, for the page and its browser need some too. */
export const threadsFor = (cores: number): number => Math.max(1, Math.min(4, Math.floor(cores / 2)));
