import { type ImportFound, resolveImport, type SourceFile } from './source';

/**
 * The import rule, a row per area: what it may import, and of what it may import the types only. An area not named in
 * a row is forbidden there. Arrows go down only.
 */
export interface Row {
  any: readonly string[];
  types?: readonly string[];
}

const BELOW_WORKER = [
  'core',
  'data',
  'metrics',
  'nn',
  'objectives',
  'systems',
  'engine',
  'training',
  'exports',
  'presets',
];

export const RULE: Record<string, Row> = {
  core: { any: [] },
  data: { any: ['core'] },
  metrics: { any: ['core'], types: ['data'] },
  nn: { any: ['core'] },
  objectives: { any: ['core', 'nn'] },
  systems: { any: ['core', 'nn', 'objectives'], types: ['data'] },
  engine: { any: ['core'] },
  training: { any: ['core', 'engine'], types: ['data', 'metrics', 'nn', 'systems'] },
  exports: { any: ['core'], types: ['nn', 'systems'] },
  presets: { any: ['core'] },
  lessons: { any: [], types: ['core'] },
  locales: { any: [] },
  'worker/protocol': { any: [], types: ['core', 'data'] },
  'worker/client': { any: ['core', 'worker/client'], types: ['data', 'worker/protocol'] },
  worker: { any: [...BELOW_WORKER, 'worker'], types: ['worker/protocol'] },
  headless: { any: [...BELOW_WORKER, 'worker', 'locales'] },
  ui: { any: ['core', 'lessons', 'locales', 'worker/client'], types: ['worker/protocol'] },
  main: { any: ['ui'] },
};

/** Files on the page's side of the boundary between threads. Only they may start a worker. */
const PAGE_SIDE = /^src\/worker\/(client|dataClient|measureClient|port|trial|trainingWorker)\.ts$/;

/** Packages that only some areas may import. A package not named here is free. */
export const PACKAGES: readonly { name: RegExp; areas: readonly string[]; files?: RegExp }[] = [
  {
    name: /^@tensorflow\//,
    areas: ['nn', 'objectives', 'systems', 'engine', 'training', 'exports', 'worker', 'headless'],
  },
  { name: /^(react|react-dom|react-i18next|@mantine|@tabler|@xyflow)(\/|$)/, areas: ['ui', 'main'] },
  { name: /^(plotly\.js|katex|zustand)/, areas: ['ui'] },
  { name: /^i18next$/, areas: ['ui', 'main', 'headless'] },
  // What only Node has: the command line, and the engine's host there.
  { name: /^node:/, areas: ['headless'], files: /^src\/engine\/hosts\/node\.ts$/ },
];

/** Area of a source file: its folder below `src`, with the worker's folder split in three. */
export function areaOf(path: string): string {
  if (path === 'src/worker/protocol.ts') return 'worker/protocol';
  if (PAGE_SIDE.test(path)) return 'worker/client';
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? /^src\/([^/.]+)/.exec(path)?.[1] ?? path;
}

/** Systems are strangers to each other: a file of one may import what they share, and its own folder. */
const SHARED_BY_SYSTEMS =
  /^src\/systems\/(types|adversarial|networks|scenes|pairs|domains|cycle|variational|index)\.ts$/;
const systemOf = (path: string): string | null =>
  SHARED_BY_SYSTEMS.test(path) ? null : (/^src\/systems\/([^/.]+)/.exec(path)?.[1] ?? null);

/** Every breach of the rule in the files, as sentences. */
export function breaches(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  return files.flatMap((file) => file.imports.flatMap((found) => breachesOf(file.path, found, known)));
}

function breachesOf(path: string, found: ImportFound, known: ReadonlySet<string>): string[] {
  const area = areaOf(path);
  const row = RULE[area];
  const verb = found.typeOnly ? 'imports types of' : 'imports';
  if (!row) return [`${path}: the rule has no row for this folder`];
  if (!found.specifier.startsWith('.')) {
    const forbidden = PACKAGES.some(
      ({ name, areas, files }) => name.test(found.specifier) && !areas.includes(area) && !files?.test(path),
    );
    return forbidden ? [`${path} ${verb} ${found.specifier}`] : [];
  }
  return targets(path, found, known).flatMap((target) => {
    if (found.kind === 'url' && area === 'worker/client' && areaOf(target) === 'worker') return [];
    return allowed(path, target, row, found.typeOnly) ? [] : [`${path} ${verb} ${target}`];
  });
}

function targets(path: string, found: ImportFound, known: ReadonlySet<string>): string[] {
  if (found.kind !== 'glob') return [resolveImport(path, found.specifier, known)].filter((target) => target !== null);
  const folder = found.specifier.replace(/[^/]*\*.*$/, '');
  const start = new URL(folder, `file:///${path}`).pathname.slice(1);
  return [...known].filter((target) => target.startsWith(start) && target !== path);
}

function allowed(path: string, target: string, row: Row, typeOnly: boolean): boolean {
  const [from, to] = [areaOf(path), areaOf(target)];
  if (from === 'systems' && to === 'systems') {
    const [own, other] = [systemOf(path), systemOf(target)];
    return path === 'src/systems/index.ts' || other === null || own === other;
  }
  return from === to || row.any.includes(to) || (typeOnly && (row.types ?? []).includes(to));
}

/** Rings of files that import each other, each as a path back to its start. */
export function cycles(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  const edges = new Map(
    files.map((file) => [
      file.path,
      file.imports.filter(({ kind }) => kind !== 'url').flatMap((found) => targets(file.path, found, known)),
    ]),
  );
  const rings: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) rings.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return rings;
}
