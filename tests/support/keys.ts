import { type ESTree, Visitor } from 'vite';
import type { SourceFile } from './source';

/** A key of the locales that the source asks for: exact, or a pattern where a part is made while the program runs. */
export interface KeyUse {
  path: string;
  /** As written; `*` stands for a part made while the program runs. */
  key: string;
}

const TRANSLATORS = new Set(['t', 'words']);

/** Name of the function called, for `t(…)`, `i18n.t(…)`, `words(…)`. */
function called(callee: ESTree.Expression): string | null {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') return callee.property.name;
  return null;
}

/** Text of a literal or template; null for anything else. */
function textOf(node: ESTree.Node | undefined): string | null {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked ?? '').join('*');
  return null;
}

/** Keys that the file translates. */
export function keysUsed(file: SourceFile): KeyUse[] {
  const found: KeyUse[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (!TRANSLATORS.has(called(callee as ESTree.Expression) ?? '')) return;
      for (const node of alternatives(first)) {
        const key = textOf(node);
        if (key !== null) found.push({ path: file.path, key });
      }
    },
  }).visit(file.program);
  return found;
}

/** `t(a ? 'x' : 'y')` asks for both. */
function alternatives(node: ESTree.Node | undefined): (ESTree.Node | undefined)[] {
  if (node?.type !== 'ConditionalExpression') return [node];
  return [...alternatives(node.consequent), ...alternatives(node.alternate)];
}

/** Codes of problems that the file makes: `new Problem('…')`, and records `{ code: '…', values }`. */
export function problemCodes(file: SourceFile): string[] {
  const found: string[] = [];
  const add = (node: ESTree.Node | undefined): void => {
    for (const one of alternatives(node)) {
      const code = textOf(one);
      if (code !== null) found.push(code);
    }
  };
  new Visitor({
    NewExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier' && callee.name === 'Problem') add(first);
    },
    ObjectExpression({ properties }) {
      const named = (name: string) =>
        properties.find((one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === name);
      const code = named('code');
      if (code?.type === 'Property' && named('values')) add(code.value);
    },
  }).visit(file.program);
  return found;
}

/** Every leaf of a record of words by its dotted key. */
export function leaves(words: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(words)) {
    const key = prefix + name;
    if (typeof value === 'string') found.set(key, value);
    else for (const [inner, text] of leaves(value as object, `${key}.`)) found.set(inner, text);
  }
  return found;
}

/** Whether some leaf answers the key: itself, one of its plural forms, or, for a pattern, any that fits it. */
export function answered(key: string, known: ReadonlyMap<string, string>): boolean {
  if (known.has(key) || known.has(`${key}_other`)) return true;
  if (!key.includes('*')) return false;
  const parts = key.split('*').map((part) => part.replaceAll(/[.\\^$+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('[^.]+(?:\\.[^.]+)*')}$`);
  return [...known.keys()].some((leaf) => pattern.test(leaf));
}
