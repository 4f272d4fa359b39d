/**
 * Engines beside each other: `npm run bench -- --help`. Every engine has a process (in Chromium a worker) of its own;
 * their windows take turns, so that whatever disturbs the machine disturbs all alike.
 */
import { fileURLToPath } from 'node:url';
import { ArgumentProblem, type BenchArguments, parseBenchArguments, USAGE } from './arguments';
import { type BenchCase, caseNamed } from './cases';
import { serveAsChild } from './child';
import type { ChromiumBench } from './chromium';
import { type BenchEngineName, ENGINES_OF, type Place, Unavailable } from './engines/types';
import { FLOP_FORMULA, flopsPerStep } from './flops';
import { buildLimit } from './limit/build';
import { findPytorch, NodeRemote, type Python, PytorchRemote, type Remote } from './remote';
import { median, type Row, tableOf, withRatios } from './report';
import { type Facts, type Kept, LONG_STEP_SECONDS } from './window';

/** Minutes a step: they run only if they are asked for by name. */
const TOO_SLOW: Partial<Record<BenchCase['name'], readonly BenchEngineName[]>> = {
  'dcgan-tutorial': ['stock-cpu', 'stock-webgl', 'eager-webgl'],
};
const say = (text: string): void => console.error(text);

interface Started {
  remote: Remote;
  facts: Facts;
  windows: number[];
}

/** One engine at one place, with its variants that run. */
interface Entry {
  engine: BenchEngineName;
  place: Place;
  started: Started[];
  /** Why it does not run. */
  note: string;
}

interface Means {
  limit: { plain: Uint8Array; relaxed: Uint8Array };
  python: Python | null;
  chromium: ChromiumBench | null;
}

function remotesOf(engine: BenchEngineName, place: Place, one: BenchCase, means: Means): Remote[] {
  const { python, chromium, limit } = means;
  // As for PyTorch: the faster of one thread and two.
  const counts = engine === 'replay' ? [1, 2] : [1];
  if (place === 'chromium')
    return chromium ? counts.map((threads) => chromium.remote(engine, one, limit, threads)) : [];
  switch (engine) {
    case 'pytorch':
      return python ? [1, 2].map((threads) => new PytorchRemote(engine, python, one, threads, process.cwd())) : [];
    case 'pytorch-cuda':
      return python?.cuda ? [new PytorchRemote(engine, python, one, 1, process.cwd())] : [];
    default:
      return counts.map((threads) => new NodeRemote(engine, one, limit, fileURLToPath(import.meta.url), threads));
  }
}

/** The row of an engine that could not run, or of the faster of its variants. */
function rowOf(engine: BenchEngineName, place: Place, one: BenchCase, started: readonly Started[], note: string): Row {
  const best = [...started].sort((a, b) => median(b.windows) - median(a.windows))[0];
  const rate = best ? median(best.windows) : null;
  return {
    case: one.name,
    engine,
    place,
    stepsPerSecond: rate,
    windows: best?.windows ?? [],
    kernelsPerStep: best?.facts.kernels ?? null,
    gflops: rate === null ? null : (rate * flopsPerStep(one)) / 1e9,
    bytes: best?.facts.bytes ?? null,
    residentBytes: null,
    grownBytes: null,
    steps: null,
    overStockWasm: null,
    overPytorch: null,
    overLimit: null,
    note: best?.facts.note ?? note,
  };
}

/** Starts an engine, in all its variants, one after the other. */
async function startAll(entry: Entry, one: BenchCase, wanted: BenchArguments, means: Means): Promise<void> {
  const { engine, place, started } = entry;
  const remotes = remotesOf(engine, place, one, means);
  if (remotes.length === 0)
    entry.note = `no Python with PyTorch here${engine === 'pytorch' ? '' : ' that finds a GPU'}`;
  for (const remote of remotes) {
    say(`${one.name}: ${engine} starts${place === 'chromium' ? ' in Chromium' : ''}`);
    try {
      started.push({ remote, facts: await remote.start(wanted.seconds), windows: [] });
    } catch (thrown) {
      await remote.stop();
      if (!(thrown instanceof Unavailable)) throw new Error(`${engine} on ${one.name}: ${(thrown as Error).message}`);
      entry.note = thrown.message;
    }
  }
}

/** What an engine keeps in the end, beside what it kept when it was warm. */
function growth(row: Row, { bytes, resident, steps }: Kept): Partial<Row> {
  return {
    residentBytes: resident,
    grownBytes: bytes === null || row.bytes === null ? null : bytes - row.bytes,
    steps,
  };
}

async function measureCase(one: BenchCase, wanted: BenchArguments, means: Means): Promise<Row[]> {
  const places: Place[] = wanted.chromium ? ['node', 'chromium'] : ['node'];
  const entries = places.flatMap((place) =>
    ENGINES_OF[place]
      .filter((engine) => (wanted.engines ? wanted.engines.includes(engine) : !TOO_SLOW[one.name]?.includes(engine)))
      .map((engine): Entry => ({ place, engine, started: [], note: '' })),
  );
  try {
    for (const entry of entries) await startAll(entry, one, wanted, means);
    const all = entries.flatMap(({ started }) => started);
    for (let turn = 0; turn < wanted.windows; turn++) {
      for (const { remote, facts, windows } of all) {
        if (facts.stepSeconds < LONG_STEP_SECONDS) windows.push(await remote.window(wanted.seconds));
        else if (turn === 0) windows.push(1 / facts.stepSeconds);
      }
    }
    const rows = [];
    for (const { engine, place, started, note } of entries) {
      const row = rowOf(engine, place, one, started, note);
      const remote = [...started].sort((a, b) => median(b.windows) - median(a.windows))[0]?.remote;
      rows.push(remote ? { ...row, ...growth(row, await remote.kept()) } : row);
    }
    return rows;
  } finally {
    for (const { remote } of entries.flatMap(({ started }) => started)) await remote.stop();
  }
}

async function main(): Promise<void> {
  const wanted = parseBenchArguments(process.argv.slice(2));
  if (wanted.help) {
    console.log(USAGE);
    return;
  }
  const means: Means = {
    limit: await buildLimit(process.cwd()),
    python: !wanted.engines || wanted.engines.some((name) => name.startsWith('pytorch')) ? findPytorch() : null,
    chromium: wanted.chromium
      ? await (await import('./chromium')).openChromium(wanted.gpu ? 'gpu' : 'softwareWebGL')
      : null,
  };
  const rows: Row[] = [];
  try {
    for (const name of wanted.cases) {
      rows.push(...(await measureCase(caseNamed(name), wanted, means)));
      // The rest takes long, and may fail.
      if (wanted.cases.length > 1) say(tableOf(withRatios(rows.filter((row) => row.case === name))));
    }
  } finally {
    await means.chromium?.close();
  }
  const complete = withRatios(rows);
  if (wanted.json) {
    console.log(JSON.stringify(complete, null, 1));
    return;
  }
  const browser = means.chromium ? `; Chromium ${means.chromium.version}, ${means.chromium.renderer}` : '';
  console.log(tableOf(complete));
  console.log(
    `\nNode ${process.version}${browser}. Medians of ${wanted.windows} windows of ${wanted.seconds} s, in turns.`,
  );
  console.log(`${FLOP_FORMULA}. Kernels: without Reshape and Identity.`);
}

if (process.argv.includes('--child')) serveAsChild();
else {
  main().catch((thrown: Error) => {
    say(thrown instanceof ArgumentProblem ? thrown.message : (thrown.stack ?? thrown.message));
    process.exitCode = thrown instanceof ArgumentProblem ? 2 : 1;
  });
}
