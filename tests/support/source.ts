import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';
import { root } from './buildApp';

/** One import, however it is written. */
export interface ImportFound {
  /** What stands between the quotes. */
  specifier: string;
  /** Only types cross: `import type`, `export type … from`, `import('…').Name` in a type. */
  typeOnly: boolean;
  /** `url`: `new URL('…', import.meta.url)`, another file's address; `glob`: `import.meta.glob`. */
  kind: 'import' | 'dynamic' | 'url' | 'glob';
}

export interface FunctionFound {
  name: string;
  line: number;
  lines: number;
}

export interface ExportFound {
  name: string;
  documented: boolean;
}

/** A parsed source file. `path` is relative to the repository, with forward slashes. */
export interface SourceFile {
  path: string;
  lines: number;
  imports: ImportFound[];
  functions: FunctionFound[];
  exports: ExportFound[];
  program: ESTree.Program;
  text: string;
}

/** Files that the repository holds or would hold after `git add`, relative, sorted. */
export function repositoryFiles(): string[] {
  const list = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return list
    .split('\0')
    .filter((path) => path && existsSync(join(root, path)))
    .sort();
}

const isSource = (path: string): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts');

/** Parsed TypeScript files below the folders. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return repositoryFiles()
    .filter((path) => isSource(path) && folders.some((folder) => path.startsWith(`${folder}/`)))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

/** Parses one file's text; throws where it is not TypeScript. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const docs = new Set(
    comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*')).map(({ end }) => end),
  );
  return {
    path,
    text,
    program,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: findImports(program),
    functions: findFunctions(program, text),
    exports: findExports(program, text, docs),
  };
}

const literal = (node: { type: string; value?: unknown } | null | undefined): string | null =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;

function findImports(program: ESTree.Program): ImportFound[] {
  const found: ImportFound[] = [];
  const add = (specifier: string | null, kind: ImportFound['kind'], typeOnly = false): void => {
    if (specifier !== null) found.push({ specifier, kind, typeOnly });
  };
  new Visitor({
    ImportDeclaration(node) {
      const named = node.specifiers;
      const types =
        named.length > 0 && named.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type');
      add(node.source.value, 'import', node.importKind === 'type' || types);
    },
    ExportNamedDeclaration(node) {
      const named = node.specifiers;
      const types = named.length > 0 && named.every((one) => one.exportKind === 'type');
      add(literal(node.source), 'import', node.exportKind === 'type' || types);
    },
    ExportAllDeclaration(node) {
      add(node.source.value, 'import', node.exportKind === 'type');
    },
    ImportExpression(node) {
      add(literal(node.source), 'dynamic');
    },
    TSImportType(node) {
      add(literal(node.source), 'import', true);
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'URL' && node.arguments.length === 2) {
        add(literal(node.arguments[0] as ESTree.Expression), 'url');
      }
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'MetaProperty') return;
      if (callee.property.type === 'Identifier' && callee.property.name === 'glob') {
        add(literal(node.arguments[0] as ESTree.Expression), 'glob');
      }
    },
  }).visit(program);
  return found;
}

function findFunctions(program: ESTree.Program, text: string): FunctionFound[] {
  const found: FunctionFound[] = [];
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const add = (node: { start: number; end: number; id?: { name: string } | null }): void => {
    const line = lineAt(node.start);
    found.push({ name: node.id?.name ?? 'anonymous', line, lines: lineAt(node.end) - line + 1 });
  };
  new Visitor({ FunctionDeclaration: add, FunctionExpression: add, ArrowFunctionExpression: add }).visit(program);
  return found;
}

function findExports(program: ESTree.Program, text: string, docs: ReadonlySet<number>): ExportFound[] {
  return program.body.flatMap((node): ExportFound[] => {
    if (node.type !== 'ExportDefaultDeclaration' && node.type !== 'ExportNamedDeclaration') return [];
    const named = node.type === 'ExportNamedDeclaration';
    if (named && !node.declaration) return [];
    const before = text.slice(0, node.start).trimEnd().length;
    return [{ name: named ? declaredName(node.declaration) : 'default', documented: docs.has(before) }];
  });
}

function declaredName(declaration: ESTree.Declaration | null): string {
  if (!declaration) return '';
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : '…')).join(', ');
  }
  return 'id' in declaration && declaration.id && 'name' in declaration.id ? String(declaration.id.name) : '…';
}

/** Path in the repository that a relative import means, or null for a package (or something that is not source). */
export function resolveImport(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = posix.join(posix.normalize(dirname(from)), specifier.replace(/[?#].*$/, ''));
  const tries = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return tries.find((path) => known.has(path)) ?? null;
}
