import { runPart } from './parts';

/**
 * Threads that work off one instruction together. Each runs this module over the same memory; thread 0 runs the program,
 * the others wait until it has something to share: numbered parts, which whoever is free claims one by one. Nobody waits for a
 * thread that has claimed nothing, so one that starts late, or that the system has put aside, holds nothing up.
 *
 * The control block, 64 bytes at a multiple of 8: [running: i32, parts left: i32, ticket: u64, instruction: i32, parts that helping
 * threads did: i32].
 * A ticket is the number of the shared instruction, the next part, and how many parts there are: 32, 16 and 16 bits.
 */
const RUNNING: usize = 0;
const LEFT: usize = 4;
const TICKET: usize = 8;
const INSTRUCTION: usize = 16;
const HELPED: usize = 20;

const NEXT: u64 = 1 << 16;

/** Looks at the control block before a thread that finds no work goes to sleep: about a tenth of a millisecond. */
const PATIENCE: i32 = 20_000;

/** Where the control block is; 0 while this thread works alone. */
let control: usize = 0;
/** Number of the last instruction that was shared. */
let turn: u64 = 0;

/** Makes this thread, which runs the programs, one that shares. */
export function lead(at: usize): void {
  control = at;
}

/** A program begins, for which sleeping threads get up, or has ended. */
export function setRunning(on: bool): void {
  if (control === 0) return;
  atomic.store<i32>(control, on ? 1 : 0, RUNNING);
  if (on) atomic.notify(control + RUNNING, -1);
}

/** Works off an instruction in so many parts, with whoever is there, and returns when all are done. */
export function share(instruction: usize, parts: i32): void {
  if (control === 0 || parts === 1) {
    for (let part = 0; part < parts; part++) runPart(instruction, part, parts, 0);
    return;
  }
  atomic.store<i32>(control, <i32>instruction, INSTRUCTION);
  atomic.store<i32>(control, parts, LEFT);
  atomic.store<u64>(control, (++turn << 32) | <u64>parts, TICKET);
  while (work(0)) {}
  while (atomic.load<i32>(control, LEFT) !== 0) {}
}

/** Helps the thread that leads, for ever. `thread`: 1, 2, …, by which each has scratch memory of its own. */
export function help(at: usize, thread: i32): void {
  control = at;
  let patience = PATIENCE;
  for (;;) {
    if (work(thread)) patience = PATIENCE;
    else if (atomic.load<i32>(at, RUNNING) === 0 && --patience < 0) {
      atomic.wait<i32>(at + RUNNING, 0, -1);
      patience = PATIENCE;
    }
  }
}

/** Where a part of `n` things begins, which go in units of so many: a multiple of the unit, or the end. */
export function partAt(part: i32, parts: i32, n: i32, unit: i32): i32 {
  const units = (n + unit - 1) / unit;
  return min(n, ((part * units) / parts) * unit);
}

/** Claims a part and does it. False where there is none to claim. */
function work(thread: i32): bool {
  const ticket = atomic.load<u64>(control, TICKET);
  const part = <i32>((ticket >> 16) & 0xffff);
  const parts = <i32>(ticket & 0xffff);
  if (part >= parts) return false;
  // Read before the claim, which fails if another instruction has been shared since.
  const instruction = <usize>atomic.load<i32>(control, INSTRUCTION);
  if (atomic.cmpxchg<u64>(control, ticket, ticket + NEXT, TICKET) === ticket) {
    runPart(instruction, part, parts, thread);
    if (thread !== 0) atomic.add<i32>(control, 1, HELPED);
    atomic.sub<i32>(control, 1, LEFT);
  }
  return true;
}
