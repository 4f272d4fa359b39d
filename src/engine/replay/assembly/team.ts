/**
 * How threads work off one instruction together. Each runs this module over the same memory; thread 0 runs the program,
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

/** Where the control block is; 0 while this thread works alone. */
let control: usize = 0;
/** Number of the last instruction that was shared. */
let turn: u64 = 0;

/** The part that was claimed last, of how many, and of which instruction. */
export let part: i32 = 0;
export let parts: i32 = 0;
export let instruction: usize = 0;

/** Makes this thread one of those that talk through this block. */
export function join(at: usize): void {
  control = at;
}

export function isAlone(): bool {
  return control === 0;
}

/** A program begins, for which sleeping threads get up, or has ended. */
export function setRunning(on: bool): void {
  if (control === 0) return;
  atomic.store<i32>(control, on ? 1 : 0, RUNNING);
  if (on) atomic.notify(control + RUNNING, -1);
}

export function isRunning(): bool {
  return atomic.load<i32>(control, RUNNING) !== 0;
}

/** Sleeps until a program begins. */
export function sleep(): void {
  atomic.wait<i32>(control + RUNNING, 0, -1);
}

/** Offers an instruction in so many parts. */
export function offer(at: usize, count: i32): void {
  atomic.store<i32>(control, <i32>at, INSTRUCTION);
  atomic.store<i32>(control, count, LEFT);
  atomic.store<u64>(control, (++turn << 32) | <u64>count, TICKET);
}

/** Claims a part, which then stands in `part`. False where none is left. */
export function claim(): bool {
  let ticket: u64 = 0;
  do {
    ticket = atomic.load<u64>(control, TICKET);
    part = <i32>((ticket >> 16) & 0xffff);
    parts = <i32>(ticket & 0xffff);
    if (part >= parts) return false;
    // Read before the claim, which fails if another instruction has been offered since.
    instruction = <usize>atomic.load<i32>(control, INSTRUCTION);
  } while (atomic.cmpxchg<u64>(control, ticket, ticket + NEXT, TICKET) !== ticket);
  return true;
}

/** A claimed part is done. */
export function finish(helped: bool): void {
  if (helped) atomic.add<i32>(control, 1, HELPED);
  atomic.sub<i32>(control, 1, LEFT);
}

/** Waits until all parts are done: those that others have claimed are under way. */
export function waitForAll(): void {
  while (atomic.load<i32>(control, LEFT) !== 0) {}
}

/** Where a part of `n` things begins, which go in units of so many: a multiple of the unit, or the end. */
export function partAt(index: i32, count: i32, n: i32, unit: i32): i32 {
  const units = (n + unit - 1) / unit;
  return min(n, ((index * units) / count) * unit);
}
